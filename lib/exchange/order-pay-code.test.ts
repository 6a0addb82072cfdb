import { describe, expect, it } from 'vitest';
import { orderPayCode } from './order-pay-code';
import type { MethodFacts } from './order-row';

type Given = {
  qrKind: string;
  asset: string;
  scale?: number;
  lines: Record<string, string>;
  network?: 'bitcoin';
};

function code({ qrKind, asset, scale = 2, lines, network }: Given): string | null {
  const titles = { en: '', ru: '' };
  const field = {
    key: 'address',
    side: 'get',
    validator: 'coin',
    params: network ? { network } : {},
    titles,
    hints: titles,
    required: true,
  } as const;
  const from: MethodFacts = {
    id: 'mth_1',
    code: 'X',
    kind: 'bank',
    titles,
    asset,
    scale,
    fields: [field],
    instructions: {},
    qrKind,
    logoFileId: null,
    claim: { referenceRequired: false, receiptRequired: false, titles: {} },
  };
  const payTo = Object.entries(lines).map(([key, value]) => ({ key, titles, value, copy: true }));
  return orderPayCode({ id: 'ord_1', giveUnits: 123_450n, from, payTo });
}

describe('the code beside the details', () => {
  it('of a coin is its link with the amount', () => {
    const coin = { qrKind: 'coin', asset: 'BTC', scale: 8, network: 'bitcoin' } as const;
    expect(code({ ...coin, lines: { address: 'bc1q' } })).toBe('bitcoin:bc1q?amount=0.00123450');
    expect(code({ ...coin, lines: { address: 'bc1q', memo: '7' } })).toBeNull();
  });

  it('of a Russian bank needs account, BIC and payee', () => {
    const bank = { qrKind: 'ru_bank', asset: 'RUB' };
    const lines = { recipient: 'ООО Обмен', account: '40702 810 9 00000 000001', bic: '044525225' };
    expect(code({ ...bank, lines })).toContain('PersonalAcc=40702810900000000001');
    expect(code({ ...bank, lines })).toContain('Sum=123450');
    expect(code({ ...bank, lines: { ...lines, bic: '1' } })).toBeNull();
    expect(code({ ...bank, asset: 'KZT', lines })).toBeNull();
  });

  it('of a SEPA transfer names the order', () => {
    const lines = { recipient: 'Office', iban: 'DE89 3704 0044 0532 0130 00' };
    const text = code({ qrKind: 'epc', asset: 'EUR', lines });
    expect(text).toContain('EUR1234.50');
    expect(text?.split('\n').at(-1)).toBe('ord_1');
    expect(code({ qrKind: 'epc', asset: 'USD', lines })).toBeNull();
  });

  it('is not there where the method has none', () => {
    expect(code({ qrKind: 'none', asset: 'RUB', lines: { card: '2202' } })).toBeNull();
  });
});
