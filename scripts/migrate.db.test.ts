import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from './migrate';

let dir: string;
let url: string;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'migrations-'));
  const name = `migrate_${Math.random().toString(36).slice(2)}`;
  await ask(inject('adminUrl'), `CREATE DATABASE ${name} OWNER kantor`);
  const address = new URL(inject('templateUrl'));
  address.pathname = `/${name}`;
  url = address.href;
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('each migration is applied once, in order of its name', async () => {
  write('2_second', 'INSERT INTO steps VALUES (2)');
  write('1_first', 'CREATE TABLE steps (n int)');
  expect(await migrate(url, dir)).toEqual(['1_first', '2_second']);
  expect(await migrate(url, dir)).toEqual([]);
  expect(await ask(url, 'SELECT n FROM steps')).toEqual([{ n: 2 }]);
});

test('ten servers that start at once apply each migration once between them', async () => {
  write('1_first', 'CREATE TABLE steps (n int)');
  for (let n = 2; n <= 6; n += 1) write(`${n}_step`, `INSERT INTO steps VALUES (${n})`);
  const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url, dir)));
  expect(applied.flat().toSorted()).toEqual(['1_first', '2_step', '3_step', '4_step', '5_step', '6_step']);
  expect(await ask(url, 'SELECT n FROM steps ORDER BY n')).toHaveLength(5);
});

test('a migration that fails leaves nothing behind and is not recorded', async () => {
  write('1_first', 'CREATE TABLE steps (n int); SELECT 1 / 0;');
  await expect(migrate(url, dir)).rejects.toThrow('"1_first" failed');
  expect(await ask(url, "SELECT to_regclass('steps') AS found")).toEqual([{ found: null }]);
  write('1_first', 'CREATE TABLE steps (n int)');
  expect(await migrate(url, dir)).toEqual(['1_first']);
});

test('a migration that was edited after it had been applied is refused', async () => {
  write('1_first', 'CREATE TABLE steps (n int)');
  await migrate(url, dir);
  write('1_first', 'CREATE TABLE steps (n bigint)');
  await expect(migrate(url, dir)).rejects.toThrow('changed after it had been applied');
});

test('a database of a newer version is refused', async () => {
  write('1_first', 'CREATE TABLE steps (n int)');
  await migrate(url, dir);
  rmSync(path.join(dir, '1_first'), { recursive: true });
  await expect(migrate(url, dir)).rejects.toThrow('newer version');
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, 'migration.sql'), sql);
}

async function ask(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
