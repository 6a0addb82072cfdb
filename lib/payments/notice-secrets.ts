import type { Connection } from '@/lib/payments/connection';
import { settingsFields } from '@/lib/payments/connections/settings-fields';
import type { RawRequest } from '@/lib/payments/contract/notice';

/** Shorter ones would be found in texts that say nothing of them. */
const shortest = 6;

/** The secrets of a connection in the clear. Never log or send what this returns. */
export function secretsOf({ system, at }: Connection): string[] {
  return settingsFields(system)
    .filter(({ secret }) => secret)
    .map(({ name }) => at.settings[name])
    .filter((value): value is string => typeof value === 'string');
}

/**
 * The request with those secrets covered: some systems send a password along (WebMoney does over TLS), and what is
 * kept of a notice is read by people and stands in every dump. They are found by what is meant, whichever letters the
 * sender chose to escape. Signatures are verified before.
 */
export function withoutSecrets(raw: RawRequest, secrets: string[]): RawRequest {
  // As bytes, since a body need not be text; the longest first, since one may be a part of another.
  const sought = secrets
    .filter(({ length }) => length >= shortest)
    .sort((a, b) => b.length - a.length)
    .map((secret) => bytesOf(secret));
  if (sought.length === 0) return raw;
  const cover = (text: string) => readings.reduce((left, read) => covered(left, read, sought), text);
  const body = raw.body.toString('latin1');
  const safe = cover(body);
  return {
    ...raw,
    query: cover(raw.query),
    headers: Object.fromEntries(Object.entries(raw.headers).map(([name, value]) => [name, cover(value)])),
    body: safe === body ? raw.body : Buffer.from(safe, 'latin1'),
  };
}

/** A way to write bytes: what is escaped in it, and what an escape means, as bytes in latin1. */
type Reading = { escapes: RegExp; mean(found: string): string };

const readings: Reading[] = [
  { escapes: /(?!)/g, mean: (text) => text },
  // A form, and an address, where a plus is a plus.
  { escapes: /%[0-9a-f]{2}|\+/gi, mean: (text) => (text === '+' ? ' ' : byPercent(text)) },
  { escapes: /%[0-9a-f]{2}/gi, mean: byPercent },
  {
    escapes:
      /\\u[\da-fA-F]{4}(?:(?<=\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F][\da-fA-F]{2})?|\\["\\/bfnrt]/g,
    mean: (text) => bytesOf(JSON.parse(`"${text}"`)),
  },
  { escapes: /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/gi, mean: byEntity },
];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function byPercent(text: string): string {
  return String.fromCharCode(Number.parseInt(text.slice(1), 16));
}

function byEntity(text: string): string {
  const name = text.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return entities[name] ?? text;
  const code = Number.parseInt(name.replace(/^#x?/, ''), name.startsWith('#x') ? 16 : 10);
  return code <= 0x10_ff_ff ? bytesOf(String.fromCodePoint(code)) : text;
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function covered(text: string, reading: Reading, sought: string[]): string {
  return sought.reduce((left, secret) => {
    const { meant, places } = meaning(left, reading);
    let safe = '';
    let from = 0;
    for (let at = meant.indexOf(secret); at >= 0; at = meant.indexOf(secret, at + secret.length)) {
      safe += `${left.slice(from, places[at])}[secret]`;
      from = places[at + secret.length] ?? left.length;
    }
    return safe + left.slice(from);
  }, text);
}

/** The text read so, and where in it each byte began; one more place for its end. */
function meaning(text: string, { escapes, mean }: Reading): { meant: string; places: number[] } {
  let meant = '';
  const places: number[] = [];
  const plain = (from: number, to: number) => {
    meant += text.slice(from, to);
    for (let place = from; place < to; place += 1) places.push(place);
  };
  let read = 0;
  for (const { 0: found, index } of text.matchAll(escapes)) {
    plain(read, index);
    const bytes = mean(found);
    meant += bytes;
    for (let byte = 0; byte < bytes.length; byte += 1) places.push(index);
    read = index + found.length;
  }
  plain(read, text.length);
  places.push(text.length);
  return { meant, places };
}
