import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonSentence } from './reason-sentence';

/** Where a sentence for staff is written down in an adapter, or beside one. */
const places = [
  /\breason: ('[^'\n]+'|`[^`]+`)/g,
  /\b(?:refused|unknown|unclear|cannot)\(\s*('[^'\n]+'|`[^`]+`)/g,
  /new OutgoingError\(('[^'\n]+'|`[^`]+`)/g,
  /\?\? '(no reason [^']+)'/g,
];

/** Every sentence of ours in the sources, with something where a value goes. */
function sentences(): string[] {
  const files = readdirSync('lib/payments', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|testing|connections/.test(file),
  );
  const found = files
    .map((file) => readFileSync(`lib/payments/${file}`, 'utf8'))
    .flatMap((source) => places.flatMap((place) => [...source.matchAll(place)].map(([, text = '']) => text)));
  return [...new Set(found.map((text) => text.replace(/^['`]|['`]$/g, '').replace(/\$\{[^}]*\}/g, 'X1')))];
}

describe('why a payment, a payout or a refund did not go', () => {
  test('every sentence of ours in the adapters has words in every language', () => {
    const all = sentences();
    expect(all.length).toBeGreaterThan(200);
    const wordless = all
      // A system's words with nothing around them but a name or a code, and names of columns.
      .filter((text) => / [a-z]{2,}|^[a-z]+ X1/.test(text.replaceAll('X1', '')))
      .filter((text) => reasonSentence(text) === null);
    expect(wordless).toEqual([]);
  });

  test('the fullest sentence wins, and what it is about stays as it is', () => {
    expect(reasonSentence('status DECLINED, error 51')).toMatchObject({
      params: { state: 'DECLINED', code: '51' },
    });
    expect(reasonSentence('status NEW')).toEqual({ key: 'statusState', params: { state: 'NEW' } });
    expect(reasonSentence('the shop takes RUB only')?.params).toEqual({ asset: 'RUB' });
    expect(reasonSentence('order status 6: Карта заблокирована')?.params).toEqual({
      state: '6',
      words: 'Карта заблокирована',
    });
  });

  test('a system’s own words are nobody’s sentence', () => {
    for (const words of ['Insufficient funds', 'HTTP 400: {"code":"x"}', 'Недостаточно средств', ''])
      expect(reasonSentence(words)).toBeNull();
  });
});
