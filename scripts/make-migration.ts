import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { schemaDiff } from './schema-diff';

const SCHEMA_DIR = 'prisma/schema';
const MIGRATIONS_DIR = 'prisma/migrations';
/** The schema as it stood after the newest migration; the next one is the difference from it. */
const SNAPSHOT = path.join(MIGRATIONS_DIR, 'schema.snapshot.prisma');

await makeMigration(process.argv[2]);

/** Writes `prisma/migrations/<timestamp>_<name>/migration.sql` for what changed in `prisma/schema`. */
async function makeMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error('Usage: npm run make-migration -- name_in_snake_case [--empty]');
    process.exitCode = 1;
    return;
  }
  const wanted = await readSchema();
  const recorded = existsSync(SNAPSHOT) ? await readFile(SNAPSHOT, 'utf8') : null;
  const sql = await schemaDiff(recorded, wanted);
  if (sql === '' && !process.argv.includes('--empty')) {
    console.log('The schema has not changed. With --empty, an empty file is made for SQL of your own.');
    return;
  }
  const folder = path.join(MIGRATIONS_DIR, `${timestamp()}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql || '-- SQL of your own goes here.\n');
  await writeFile(path.join(MIGRATIONS_DIR, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await writeFile(SNAPSHOT, wanted);
  console.log(`Written: ${folder}/migration.sql. Read it before you commit it.`);
}

async function readSchema(): Promise<string> {
  const files = (await readdir(SCHEMA_DIR)).filter((file) => file.endsWith('.prisma')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(SCHEMA_DIR, file), 'utf8')));
  return `${texts.map((text) => text.trim()).join('\n\n')}\n`;
}

function timestamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}
