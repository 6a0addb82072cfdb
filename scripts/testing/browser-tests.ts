import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startAppServer } from '../app-server';
import { ensureBuild } from '../build';
import { freePort } from '../free-port';
import { findBrowser } from './browser';
import { runProgram, stopAtEnd } from './run-program';
import { startTestCluster } from './test-cluster';

/**
 * Runs Playwright against a production build, served on a free port over a seeded database of its own, with the
 * built-in mailbox. Returns its exit code.
 */
export async function runBrowserTests(reportFile: string, args: string[]): Promise<number> {
  if (!hasStories()) {
    console.log('There are no browser tests.');
    return 0;
  }
  const browserPath = await findBrowser();
  const distDir = await ensureBuild();
  const cluster = await startTestCluster('browser', 'kantor');
  try {
    const port = await freePort();
    const env = serverEnvironment(cluster.url, port);
    const seeded = await runProgram('scripts/seed.ts', [], { isTypeScript: true, env });
    if (seeded !== 0) throw new Error('The demo could not be filled.');

    const logFile = path.join(cluster.dir, 'server.log');
    const server = startAppServer({ distDir, port, env, logFile });
    stopAtEnd(server);
    if (!(await server.ready)) throw new Error(`The server did not start:\n${readFileSync(logFile, 'utf8')}`);
    const code = await runProgram('node_modules/@playwright/test/cli.js', ['test', ...args], {
      env: {
        ...env,
        E2E_BASE_URL: env.KANTOR_URL,
        E2E_BROWSER_PATH: browserPath,
        PLAYWRIGHT_JSON_OUTPUT_NAME: path.resolve(reportFile),
      },
    });
    await server.stop();
    if (code !== 0) console.log(`The end of the server's log:\n${endOf(logFile)}`);
    return code;
  } finally {
    await cluster.stop();
  }
}

function serverEnvironment(databaseUrl: string, port: number) {
  return {
    KANTOR_ENV: 'test',
    KANTOR_URL: `http://localhost:${port}`,
    KANTOR_SECRET: randomBytes(32).toString('hex'),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    KANTOR_WORKER: 'inline',
    DATABASE_URL: databaseUrl,
    // How fast a busy machine serves is not what stories tell.
    DATABASE_WAIT_MS: '30000',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    RESEND_API_KEY: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    ADMIN_EMAIL: '',
  };
}

function hasStories(): boolean {
  return (
    existsSync('e2e') &&
    readdirSync('e2e', { recursive: true }).some((file) => /\.spec\.ts$/.test(String(file)))
  );
}

function endOf(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-40).join('\n');
}
