import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

// The scripts give every build a directory of its own, named by the content of the sources, so that a new
// build never pulls files from under a running server. `next dev` by hand falls back to `.next`.
const distDir = process.env.KANTOR_DIST_DIR ?? '.next';
// Next rewrites the tsconfig it is given; it is given a generated one, so the committed file stays as it is.
const tsconfigPath = process.env.KANTOR_NEXT_TSCONFIG ?? 'tsconfig.json';

const nextConfig: NextConfig = {
  distDir,
  // Types are checked by `npm test`; a start on a small machine should not wait for them again.
  typescript: { tsconfigPath, ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Uploaded pictures are re-encoded by ourselves; the optimizer has been a remote hole.
  images: { unoptimized: true },
  // A receipt is at most 10 MB; the rest is room for the form around it.
  // The proxy passes on a little more, so that the refusal is the action's own and no body arrives cut off.
  experimental: { serverActions: { bodySizeLimit: '11mb' }, proxyClientMaxBodySize: '12mb' },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'multicoin-address-validator',
    'nodemailer',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
    'sharp',
  ],
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(nextConfig);
