import { defineConfig } from 'prisma/config';

// `prisma generate` never uses the native schema engine, but fetches it first. Naming any existing file
// spares the download, so that generating works with nothing but the package registry at hand.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/kantor' },
});
