import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { withLock } from '../lock.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium to test with: one that is there, else from the system's packages (as root), else Playwright's own. */
export async function findBrowser(): Promise<string> {
  const present = presentBrowser();
  if (present !== null) return present;
  return await withLock('.build/browser.lock', () => {
    const installed = presentBrowser() ?? installFromPackages() ?? installFromPlaywright();
    if (installed === null) {
      throw new Error(
        'No browser was found and none could be installed. Install Chromium, or set E2E_BROWSER_PATH.',
      );
    }
    return installed;
  });
}

function presentBrowser(): string | null {
  const own = process.env.E2E_BROWSER_PATH;
  return (
    [...(own ? [own] : []), chromium.executablePath(), ...places].find((file) => existsSync(file)) ?? null
  );
}

function installFromPackages(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('Installing Chromium (once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  const command = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  spawnSync('apt-get', command, { stdio: ['ignore', 'ignore', 'inherit'], env });
  return presentBrowser();
}

function installFromPlaywright(): string | null {
  console.log('Downloading Chromium (once) …');
  const isRoot = process.getuid?.() === 0;
  const command = [
    'node_modules/@playwright/test/cli.js',
    'install',
    ...(isRoot ? ['--with-deps'] : []),
    'chromium',
  ];
  spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  return presentBrowser();
}
