import { describe, expect, it } from 'vitest';
import en from '@/messages/en/wallet.json';
import { type LineTranslator, lineWords, toldReasons } from './line-words';
import { walletRecordKinds } from './wallet-record';

/** Texts without forms: places are filled in. */
const t: LineTranslator = (key, values = {}) => {
  const text = key
    .split('.')
    .reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], en.line);
  return String(text).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '?');
};

const words = (line: Partial<Parameters<typeof lineWords>[0]>) =>
  lineWords(
    { kind: 'top_up', amount: '10.00', asset: 'RUB', details: {}, ...line },
    {
      t,
      locale: 'en',
      titles: { SBERRUB: { en: 'Sberbank', ru: 'Сбербанк' } },
      amountOf: (amount) => amount,
    },
  );

describe('a line in words', () => {
  it('has a name for every kind and reason there is', () => {
    for (const kind of walletRecordKinds) expect(words({ kind }).title).not.toBe('undefined');
    for (const reason of toldReasons) expect(words({ details: { reason } }).notes).toHaveLength(1);
  });

  it('says whose wallet by the direction of the money', () => {
    const details = { counterparty: '482 109 3755' };
    expect(words({ kind: 'transfer_out', amount: '-1.00', details }).notes).toEqual([
      'to wallet 482 109 3755',
    ]);
    expect(words({ kind: 'transfer_in', details }).notes).toEqual(['from wallet 482 109 3755']);
  });

  it('names methods as people do, and one that is gone by its code', () => {
    expect(words({ details: { method: 'SBERRUB', receipt: '42', fee: '1.50' } }).notes).toEqual([
      'by Sberbank',
      'receipt 42',
      'fee 1.50 RUB',
    ]);
    expect(words({ kind: 'exchange_out', amount: '-1.00', details: { method: 'GONE' } }).notes).toEqual([
      'to GONE',
    ]);
  });

  it('does not show a code that has no words, nor a fee of nothing', () => {
    expect(words({ details: { reason: 'secret_check', fee: '0.00' } }).notes).toEqual([]);
  });
});
