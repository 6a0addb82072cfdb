import { describe, expect, test } from 'vitest';
import { locales } from './locales';
import { loadMessages, type MessageTree } from './messages';

/** Every text of a language under its full key. */
async function flat(locale: (typeof locales)[number]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const walk = (tree: MessageTree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(`${path}${key}`, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(await loadMessages(locale), '');
  return found;
}

/** Names of the values that a text needs. In a text a brace opens a value, in a value (plural, select) a text. */
function needs(text: string): string {
  const names = new Set<string>();
  const open: ('value' | 'text')[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '}') open.pop();
    else if (open.at(-1) === 'value') open.push('text');
    else {
      open.push('value');
      names.add(/^\w+/.exec(text.slice(index + 1).trimStart())?.[0] ?? '');
    }
  }
  return [...names].sort().join(' ');
}

describe('messages', () => {
  test('every language has every text', async () => {
    const [english, ...others] = await Promise.all(locales.map(flat));
    for (const other of others) expect([...other.keys()].sort()).toEqual([...(english?.keys() ?? [])].sort());
  });

  test('a text needs the same values in every language', async () => {
    const [english, ...others] = await Promise.all(locales.map(flat));
    for (const other of others) {
      const unlike = [...other].filter(([key, text]) => needs(text) !== needs(english?.get(key) ?? ''));
      expect(unlike.map(([key]) => key)).toEqual([]);
    }
  });

  test('no text is empty and none shouts', async () => {
    for (const texts of await Promise.all(locales.map(flat))) {
      const bad = [...texts].filter(([, text]) => text.trim() === '' || /!(\s|$)/.test(text));
      expect(bad.map(([key]) => key)).toEqual([]);
    }
  });
});
