import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from './locales';

/** One file of texts: keys to texts or to further keys. */
export type MessageTree = { [key: string]: string | MessageTree };

const cache = new Map<Locale, Promise<Record<string, MessageTree>>>();

/**
 * All texts of one language; each `messages/<locale>/<namespace>.json` is one namespace. Read from the disk once,
 * in development on every call, so that an edited text is seen at once.
 */
export function loadMessages(locale: Locale): Promise<Record<string, MessageTree>> {
  if (process.env.NODE_ENV === 'development') return readAll(locale);
  const known = cache.get(locale);
  if (known) return known;
  const reading = readAll(locale);
  cache.set(locale, reading);
  // A failed read is not remembered: the next request may succeed.
  reading.catch(() => cache.delete(locale));
  return reading;
}

async function readAll(locale: Locale): Promise<Record<string, MessageTree>> {
  const folder = join(process.cwd(), 'messages', locale);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const entries = await Promise.all(
    files.map(
      async (name) => [name.slice(0, -5), JSON.parse(await readFile(join(folder, name), 'utf8'))] as const,
    ),
  );
  return Object.fromEntries(entries);
}
