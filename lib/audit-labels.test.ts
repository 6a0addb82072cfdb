import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditDiff } from '@/lib/audit-diff';
import { locales } from '@/lib/i18n/locales';
import { loadMessages, type MessageTree } from '@/lib/i18n/messages';
import { officeSettingsSchema } from '@/lib/settings';
import { walletSettingsSchema } from '@/lib/wallet/wallet-settings';
import { Prisma } from '@/prisma/generated/client';
import { auditLabelKeys } from './audit-labels';
import { auditAmount, auditFigure } from './audit-values';

/** What each kind of record audits. Columns come from the schema, so that a new one without words fails here. */
const audited: Record<string, readonly string[]> = {
  asset: Object.keys(Prisma.AssetScalarFieldEnum),
  direction: Object.keys(Prisma.DirectionScalarFieldEnum),
  method: [
    ...Object.keys(Prisma.PaymentMethodScalarFieldEnum),
    ...['key', 'side', 'validator', 'params', 'titles', 'hints', 'required', 'pattern', 'example', 'network'],
    ...['country', 'bicField', 'payer', 'reference', 'en', 'ru'],
  ],
  requisites: [...Object.keys(Prisma.OfficeRequisitesScalarFieldEnum), ...['key', 'titles', 'value', 'copy']],
  settings: Object.keys(officeSettingsSchema.shape),
  wallet: [
    ...Object.keys(walletSettingsSchema.shape),
    ...Object.keys(walletSettingsSchema.parse({}).uses),
    ...Object.keys(Prisma.WalletAssetScalarFieldEnum),
  ],
  cashier: [
    'mayWriteOff',
    'senior',
    'hasDrawer',
    'suspended',
    'limits',
    'asset',
    'operationUnits',
    'dayUnits',
  ],
  connection: ['system', 'label', 'testMode', 'enabled', 'settings', 'secrets', 'outcome', 'fields'],
  rate: ['price'],
  staff: ['roles', 'ended'],
  reserve: ['change', 'reason', 'transferId'],
  order: ['status', 'email', 'giveUnits', 'getUnits'],
  payment: ['status', 'reason', 'by', 'amount', 'asset', 'reference'],
  payout: ['value', 'outcome', 'externalId', 'reference', 'fee', 'facts', 'reason'],
  refund: ['value', 'outcome', 'externalId', 'reference', 'fee', 'facts', 'reason'],
  payouts: ['stopped'],
  top_up: ['status', 'reason'],
  letter: ['state', 'code', 'tries', 'hasUrl', 'letters', 'email'],
  statement: ['methodId', 'sha256', 'incoming', 'added', 'fileName', 'lines'],
  export: ['filter', 'shown', 'columns', 'delimiter', 'header', 'locale', 'outcome', 'rows', 'bytes', 'day'],
  till: [
    ...[
      'status',
      'userId',
      'asset',
      'amountUnits',
      'feeUnits',
      'moneyKind',
      'receiptNumber',
      'reason',
      'note',
    ],
    ...['counts', 'countedUnits', 'expectedUnits', 'cashierId', 'shiftId', 'approvalFor', 'money', 'what'],
    ...['code', 'params', 'fields', 'given'],
  ],
};

/** Those that are put together from parts. */
const composed = [
  ...['till.top_up', 'till.write_off', 'till.drawer_bring', 'till.drawer_collect'],
  ...['till.collected_received', 'till.collected_returned'],
];

/** Every action that the sources of `lib` write down as such. */
function actions(): string[] {
  const found = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(`lib/${file}`, 'utf8').split('\n'))
    .filter((line) => /\baction(:| =)/.test(line))
    .flatMap((line) => [...line.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, action = '']) => action));
  return [...new Set([...found, ...composed])];
}

function wordAt(tree: MessageTree, key: string): string | undefined {
  let place: MessageTree | string | undefined = tree;
  for (const part of key.split('.')) place = typeof place === 'object' ? place[part] : undefined;
  return typeof place === 'string' ? place : undefined;
}

describe('the audit in the words of the page’s language', () => {
  test.each(locales)('every audited field has a name: %s', async (locale) => {
    const messages = await loadMessages(locale);
    const nameless = Object.entries(audited).flatMap(([kind, names]) =>
      names.filter((name) => {
        const keys = auditLabelKeys(`${kind}.update`, name) ?? [''];
        return !keys.every((key) => /^[\w.-]+$/.test(key) && wordAt(messages, key));
      }),
    );
    expect(nameless).toEqual([]);
  });

  test.each(locales)('every action has words, and its records are known here: %s', async (locale) => {
    const messages = await loadMessages(locale);
    const all = actions();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((action) => !wordAt(messages, `audit.actions.${action}`))).toEqual([]);
    expect(all.filter((action) => !((action.split('.')[0] ?? '') in audited))).toEqual([]);
  });
});

describe('what differs', () => {
  test('is told leaf by leaf, by one name for a column and a field', () => {
    expect(
      auditDiff(
        { cashier_fee_bps: 50, titles: { en: 'A', ru: 'Б' } },
        { cashier_fee_bps: 75, titles: { en: 'B', ru: 'Б' } },
      ),
    ).toEqual([
      { path: ['cashierFeeBps'], from: 50, to: 75 },
      { path: ['titles', 'en'], from: 'A', to: 'B' },
    ]);
  });

  test('a list of plain values stays one, a list of records is told item by item', () => {
    const limits = [{ asset: 'USD', dayUnits: '5' }];
    expect(auditDiff({ roles: ['operator'], limits: [] }, { roles: ['operator', 'admin'], limits })).toEqual([
      { path: ['roles'], from: ['operator'], to: ['operator', 'admin'] },
      { path: ['limits', '1', 'asset'], from: undefined, to: 'USD' },
      { path: ['limits', '1', 'dayUnits'], from: undefined, to: '5' },
    ]);
  });

  test('a state that is one word is a value; nothing on both sides is no change', () => {
    expect(auditDiff('queued', { outcome: 'settled' })).toEqual([
      { path: ['value'], from: 'queued', to: undefined },
      { path: ['outcome'], from: undefined, to: 'settled' },
    ]);
    expect(auditDiff(null, null)).toEqual([]);
    expect(auditDiff({ city: null }, {})).toEqual([]);
  });

  test('figures are as in the forms', () => {
    expect(auditFigure('spreadBps', 150)).toBe('1.5 %');
    expect(auditFigure('feeBps', 0)).toBe('0 %');
    expect(auditFigure('opensAtMinute', 570)).toBe('09:30');
  });

  test('units are amounts where the record says of what, be it further out', () => {
    const state = { asset: 'USD', feeUnits: '150', counts: [{ asset: 'BTC', countedUnits: '5' }] };
    const told = (path: string[], units: string) =>
      auditAmount(path, [null, state], { USD: 2, BTC: 8 }, units);
    expect(told(['feeUnits'], '150')).toBe('1.50 USD');
    expect(told(['counts', '1', 'countedUnits'], '-5')).toBe('-0.00000005 BTC');
    expect(told(['feeUnits'], 'any')).toBeUndefined();
    expect(auditAmount(['feeUnits'], [{ feeUnits: '1' }], { USD: 2 }, '1')).toBeUndefined();
  });
});
