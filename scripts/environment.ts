import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';

export type KantorEnv = 'demo' | 'production' | 'test';

/** What a checkout knows before its database runs. `process.env` is set accordingly. */
export type Environment = { kantorEnv: KantorEnv; port: number; dataDir: string };

/**
 * Reads the process's variables. A demo is given secrets of its own, made once and kept under `.data/`;
 * production must bring its own and is refused otherwise, with each thing that is missing named.
 */
export async function prepareEnvironment(): Promise<Environment> {
  const kantorEnv = readKantorEnv();
  const port = readPort();
  const dataDir = path.resolve('.data');
  if (kantorEnv === 'production') refuseIncomplete();
  else await giveSecrets(dataDir);
  process.env.KANTOR_ENV = kantorEnv;
  process.env.PORT = String(port);
  process.env.KANTOR_URL ||= `http://localhost:${port}`;
  return { kantorEnv, port, dataDir };
}

function readKantorEnv(): KantorEnv {
  const given = process.env.KANTOR_ENV || 'demo';
  if (given === 'demo' || given === 'production' || given === 'test') return given;
  throw new Error(`KANTOR_ENV is "${given}"; it can be demo, production or test.`);
}

function readPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`);
}

const secretNames = ['KANTOR_SECRET', 'AUTH_SECRET'] as const;

function refuseIncomplete(): void {
  const missing: string[] = [];
  for (const name of secretNames) {
    const value = process.env[name] ?? '';
    if (value === '') missing.push(`${name} is not set. Make one: openssl rand -hex 32`);
    else if (isWeak(value)) missing.push(`${name} is too weak: at least 32 characters of chance are needed.`);
    else if (demoSecrets().includes(value))
      missing.push(`${name} is the demo's own; production needs another.`);
  }
  if (process.env.KANTOR_SECRET && process.env.KANTOR_SECRET === process.env.AUTH_SECRET) {
    missing.push('KANTOR_SECRET and AUTH_SECRET are the same; they must differ.');
  }
  const vaultKeys = (process.env.KANTOR_VAULT_KEYS ?? '').split(',').map((key) => key.trim());
  if (vaultKeys.some((key) => key !== '' && isWeak(key)))
    missing.push('a key of KANTOR_VAULT_KEYS is too weak: at least 32 characters of chance are needed.');
  missing.push(...problemsOfAddress(process.env.KANTOR_URL ?? ''));
  if (missing.length > 0)
    throw new Error(`Kantor does not start in production:\n  - ${missing.join('\n  - ')}`);
  for (const warning of warnings()) console.warn(`Note: ${warning}`);
}

/** Short, or so few different characters that somebody typed it. */
function isWeak(secret: string): boolean {
  return (
    secret.length < 32 || new Set(secret).size < 10 || /change.?me|secret|password|example/i.test(secret)
  );
}

function problemsOfAddress(address: string): string[] {
  if (address === '') return ['KANTOR_URL is not set: the public address, such as https://exchange.example.'];
  if (!URL.canParse(address)) return [`KANTOR_URL is "${address}", which is no address.`];
  const { protocol, hostname } = new URL(address);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && isLocal)) return [];
  return [`KANTOR_URL is "${address}"; in production it begins with https://.`];
}

function warnings(): string[] {
  const { RESEND_API_KEY, SMTP_URL, MAIL_FROM, ADMIN_EMAIL, DATABASE_URL, KANTOR_VAULT_KEYS } = process.env;
  const found: string[] = [];
  if (process.env.KANTOR_URL?.startsWith('https:') && !Number(process.env.TRUSTED_PROXIES)) {
    found.push(
      'TRUSTED_PROXIES is not set: everybody comes from the address of the proxy in front, and limits per address ' +
        'count all of them as one. Behind one proxy: TRUSTED_PROXIES=1.',
    );
  }
  if (!KANTOR_VAULT_KEYS) {
    found.push('KANTOR_VAULT_KEYS is not set: secrets of payment systems are sealed with KANTOR_SECRET.');
  }
  if (!RESEND_API_KEY && !SMTP_URL) {
    found.push('neither RESEND_API_KEY nor SMTP_URL is set: letters stay in the built-in mailbox.');
  }
  if (!MAIL_FROM) found.push('MAIL_FROM is not set: letters carry a sender that nobody can answer.');
  if (!ADMIN_EMAIL) found.push('ADMIN_EMAIL is not set: letters to the office reach nobody.');
  if (!DATABASE_URL) found.push('DATABASE_URL is not set: the embedded PostgreSQL under .data/ is used.');
  return found;
}

const secretsFile = path.join('.data', 'secrets.json');

function demoSecrets(): string[] {
  if (!existsSync(secretsFile)) return [];
  return Object.values(JSON.parse(readFileSync(secretsFile, 'utf8')) as Record<string, string>);
}

async function giveSecrets(dataDir: string): Promise<void> {
  const secrets = await withLock(path.join(dataDir, 'secrets.lock'), () => {
    const kept: Record<string, string> = existsSync(secretsFile)
      ? JSON.parse(readFileSync(secretsFile, 'utf8'))
      : {};
    for (const name of secretNames) kept[name] ??= randomBytes(32).toString('hex');
    writeFileSync(secretsFile, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    return kept;
  });
  for (const name of secretNames) process.env[name] ||= secrets[name];
}
