import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';

const schemaDir = 'prisma/schema';
const outputDir = 'prisma/generated';
const stamp = path.join(outputDir, '.made-from');

/** Generates the Prisma client if the schema, or Prisma, has changed since it was generated last. */
export async function generateClient(): Promise<void> {
  if (isFresh()) return;
  await withLock('.build/generate.lock', () => {
    if (isFresh()) return;
    const command = ['node_modules/prisma/build/index.js', 'generate', '--no-hints'];
    const result = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`prisma generate failed:\n${result.stdout}${result.stderr}`);
    writeFileSync(stamp, fingerprint());
  });
}

function isFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/prisma/package.json'));
  for (const file of readdirSync(schemaDir).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(schemaDir, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
