import { describe, expect, it } from 'vitest';
import en from '@/messages/en/errors.json';
import ru from '@/messages/ru/errors.json';
import { checkRequisites, type RequisiteField, requisiteFields } from './field';

const titles = { en: 'Title', ru: 'Название' };
const setUp = (...fields: object[]): RequisiteField[] =>
  requisiteFields.parse(fields.map((field) => ({ side: 'get', titles, ...field })));

const form = setUp(
  { key: 'card', validator: 'card' },
  { key: 'holder', validator: 'name', required: false },
  { key: 'account', validator: 'account', required: false, params: { bicField: 'bic' } },
  { key: 'bic', validator: 'bic', required: false },
);

describe('what a customer typed', () => {
  it('comes back in its stored form, with the keys it is found by', () => {
    expect(checkRequisites(form, { card: ' 4111 1111 1111 1111\u200B', holder: '' })).toEqual({
      ok: true,
      values: { card: { value: '4111111111111111', display: '4111 •••• •••• 1111' } },
      searchKeys: ['4111111111111111', '1111'],
    });
  });

  it('is told all its problems at once', () => {
    expect(checkRequisites(form, { holder: '1', bic: '1', rate: '5' })).toEqual({
      ok: false,
      fields: {
        card: { key: 'required' },
        holder: { key: 'name' },
        bic: { key: 'bic' },
        rate: { key: 'unknown' },
      },
    });
  });

  it.each([
    ['a NUL', '4111111111111111\u0000', 'badCharacters'],
    ['a lone surrogate', '\ud800', 'badCharacters'],
    ['a bidi override', '\u202E1111', 'badCharacters'],
    ['ten thousand characters', '4'.repeat(10_000), 'tooLong'],
    ['201 characters', '4'.repeat(201), 'tooLong'],
    ['a number', 4111111111111111, 'badCharacters'],
    ['an object', { $gt: '' }, 'badCharacters'],
    ['a list', ['4111111111111111'], 'badCharacters'],
    ['only spaces', ' \u00A0 ', 'required'],
    ['null', null, 'required'],
  ])('is refused when it is %s', (_, card, key) => {
    expect(checkRequisites(form, { card })).toMatchObject({ ok: false, fields: { card: { key } } });
  });

  it('cannot reach the prototype', () => {
    const hostile: Record<string, unknown> = JSON.parse(
      '{"card":"4111111111111111","__proto__":"x","constructor":"y"}',
    );
    const result = checkRequisites(form, hostile);
    expect(result.ok ? [] : Object.keys(result.fields).sort()).toEqual(['__proto__', 'constructor']);
    const odd = setUp({ key: 'constructor', validator: 'text' });
    expect(checkRequisites(odd, {})).toMatchObject({
      ok: false,
      fields: { constructor: { key: 'required' } },
    });
  });

  it('must pair an account with its bank', () => {
    const card = '4111111111111111';
    const accounts = [...'0123456789'].map((key) => `40817810${key}38000000001`);
    const results = accounts.map((account) => checkRequisites(form, { card, account, bic: '044525225' }));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      fields: { account: { key: 'accountControl' } },
    });
  });
});

describe("the admin's set-up of fields", () => {
  const field = { key: 'purse', side: 'get', validator: 'text', titles };
  it.each([
    ['a key with spaces', [{ ...field, key: 'My key' }], 'fieldKey'],
    ['a key twice on one side', [field, field], 'fieldKeyTaken'],
    ['an unknown validator', [{ ...field, validator: 'toString' }], 'choice'],
    ['a purse without a pattern', [{ ...field, validator: 'purse' }], 'fieldPattern'],
    ['a coin without a network', [{ ...field, validator: 'coin' }], 'fieldNetwork'],
    ['a network nobody knows', [{ ...field, validator: 'coin', params: { network: 'x' } }], 'choice'],
    [
      'a pattern that hangs',
      [{ ...field, validator: 'purse', params: { pattern: '(a+)+' } }],
      'patternUnsafe',
    ],
    ['an account with a BIC field that is none', [{ ...field, params: { bicField: 'nope' } }], 'fieldBic'],
    ['thirteen fields', Array.from({ length: 13 }, (_, n) => ({ ...field, key: `k${n}` })), 'tooMany'],
    ['no Russian title', [{ ...field, titles: { en: 'a', ru: '' } }], 'required'],
  ])('refuses %s', (_, input, message) => {
    const result = requisiteFields.safeParse(input);
    expect(result.error?.issues.map((issue) => issue.message)).toContain(`fields.${message}`);
  });

  it('allows one key on both sides', () => {
    expect(requisiteFields.safeParse([field, { ...field, side: 'give' }]).success).toBe(true);
  });
});

it('every problem of a field has its words in both languages', () => {
  expect(Object.keys(ru.fields).sort()).toEqual(Object.keys(en.fields).sort());
  const values = (text: string) => (text.match(/\{(\w+)/g) ?? []).sort();
  const russian: Record<string, string> = ru.fields;
  for (const [key, text] of Object.entries(en.fields))
    expect(values(russian[key] ?? ''), key).toEqual(values(text));
});
