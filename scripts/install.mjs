import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { withLock } from './lock.mjs';

/**
 * Installs the packages of package-lock.json if what is in node_modules differs from it. No install scripts are run:
 * nothing here needs them, and some would download from hosts other than the registry.
 */
export async function ensureInstalled() {
  refuseOldNode();
  if (isInstalled()) return;
  await withLock('.build/install.lock', () => {
    if (isInstalled()) return;
    console.log('Installing packages (once; about a minute) …');
    const result = spawnSync(
      'npm',
      ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (result.status !== 0) throw new Error('npm ci failed; what it said stands above.');
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Kantor needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** npm writes the second file last, so an interrupted installation does not count. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([place, wantedPackage]) => {
    if (place === '' || wantedPackage.link) return true;
    const found = present[place];
    if (found === undefined) return wantedPackage.optional === true || wantedPackage.peer === true;
    return found.version === wantedPackage.version && found.integrity === wantedPackage.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
