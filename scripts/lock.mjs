import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process on this machine holds the lock `file`. A lock whose owner has died is taken
 * over, so a crash leaves nothing to clean up. Plain JavaScript: it is needed before anything is installed.
 *
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) await pause(150);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  }
  const owner = readOwner(file);
  if (owner !== null && !isAlive(owner)) removeStale(file, owner);
  return false;
}

/** Moved aside before it is removed: of two waiters only one can move it, and a lock taken anew is put back. */
function removeStale(/** @type {string} */ file, /** @type {number} */ owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readOwner(aside) === owner) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch {
    // Another waiter was faster.
  }
}

/** @param {string} file */
function readOwner(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' ? null : Number(text);
  } catch {
    return null;
  }
}

/**
 * Whether a process with this id runs, whoever owns it.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
