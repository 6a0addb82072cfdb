import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
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

/** A folder is a namespace of namespaces: `systems/robokassa.json` is `systems.robokassa`. */
async function readAll(locale: Locale): Promise<Record<string, MessageTree>> {
  const root = join(process.cwd(), 'messages', locale);
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(
    files.map(async (name) => [name, JSON.parse(await readFile(join(root, name), 'utf8'))] as const),
  );
  const all: Record<string, MessageTree> = {};
  for (const [name, tree] of texts) {
    const [first = '', second] = name.slice(0, -5).split(sep);
    all[first] = second ? { ...all[first], [second]: tree } : tree;
  }
  return all;
}
