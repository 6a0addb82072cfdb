import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsBic } from './bank-account';
import { passesLuhn } from './card';
import { requisiteSearchKey, type ValidatorParams } from './validator';
import { type ValidatorCode, validatorOf } from './validators';

function check(code: ValidatorCode, input: string, params: ValidatorParams = {}) {
  return validatorOf(code).normalise(input, params);
}

describe('a card number', () => {
  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111–1111–1111–1111',
    '４１１１１１１１１１１１１１１１',
  ])('%s becomes its digits and is shown masked', (input) => {
    expect(check('card', input)).toEqual({
      ok: true,
      value: '4111111111111111',
      display: '4111 •••• •••• 1111',
      searchKeys: ['4111111111111111', '1111'],
    });
  });

  it.each([
    ['2200000000000004', true], // Mir
    ['6304000000000000', true], // Maestro
    ['6062826786276634000', false],
    ['4111111111111112', false],
    ['0000000000000000', false],
    ['41111111111', false],
    ['41111111111111111111', false],
    ['4111x11111111111', false],
    ['٤١١١١١١١١١١١١١١١', false],
  ])('%s: %s', (input, ok) => expect(check('card', input).ok).toBe(ok));

  it('with one wrong digit never passes', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{11,18}$/),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (body, at, add) => {
          const last = [...'0123456789'].find((digit) => passesLuhn(body + digit));
          const good = `${body}${last}`;
          const index = at % good.length;
          const wrong = good.slice(0, index) + ((Number(good[index]) + add) % 10) + good.slice(index + 1);
          expect(passesLuhn(good)).toBe(true);
          expect(passesLuhn(wrong)).toBe(false);
        },
      ),
    );
  });
});

describe('bank accounts', () => {
  it('an IBAN is checked with the rules of its country', () => {
    expect(check('iban', 'de89 3704 0044 0532 0130 00')).toMatchObject({
      value: 'DE89370400440532013000',
      display: 'DE89 3704 0044 0532 0130 00',
      searchKeys: ['de89370400440532013000', '3000'],
    });
    for (const wrong of [
      'DE88370400440532013000',
      'DE8937040044053201300',
      'RU0404452522540817810538091310419',
      'x',
    ]) {
      expect(check('iban', wrong), wrong).toEqual({ ok: false, key: 'iban' });
    }
  });

  it('a Russian account has 20 digits, a BIC 9', () => {
    expect(check('account', '40817 810 0 9991 0004312').ok).toBe(true);
    expect(check('account', '4081781009991000431').ok).toBe(false);
    expect(check('account', '0'.repeat(20)).ok).toBe(false);
    expect(check('bic', '044 525 225')).toMatchObject({ value: '044525225' });
    expect(check('bic', '944525225').ok).toBe(false);
  });

  it('the control key ties an account to its bank, one wrong digit breaks it', () => {
    // A bank's correspondent account at a settlement centre, as printed in the bank's public details.
    expect(fitsBic('30101810400000000225', '044525000')).toBe(true);
    const fitting = [...'0123456789']
      .map((key) => `40817810${key}38000000001`)
      .filter((a) => fitsBic(a, '044525225'));
    expect(fitting).toHaveLength(1);
    const [account = ''] = fitting;
    for (const index of account.split('').keys()) {
      const wrong = account.slice(0, index) + ((Number(account[index]) + 1) % 10) + account.slice(index + 1);
      expect(fitsBic(wrong, '044525225'), wrong).toBe(false);
    }
  });
});

describe('a phone number', () => {
  it.each([
    ['+7 (916) 123-45-67', '+79161234567'],
    ['8 916 123 45 67', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['+49 30 901820', '+4930901820'],
    ['+1 555-555-01', null],
    ['+1 212 736 5000', '+12127365000'],
    ['+7 916 123 45', null],
    ['1-800-FLOWERS', null],
    ['+79161234567 ext. 5', null],
    ['9161234567', null],
    ['+++79161234567', null],
    ['1e11', null],
  ])('%s becomes %s', (input, value) => {
    const result = check('phone', input);
    expect(result.ok ? result.value : null).toBe(value);
  });

  it('without a code is read by the country of the field, or its code is asked for', () => {
    expect(check('phone', '030 901820', { country: 'DE' })).toMatchObject({ value: '+4930901820' });
    expect(check('phone', '030 901820')).toEqual({ ok: false, key: 'phoneCountry' });
  });

  it('is found however an operator writes it', () => {
    const result = check('phone', '+79161234567');
    const keys = result.ok ? result.searchKeys : [];
    for (const typed of ['8 (916) 123-45-67', '+7 916 123-45-67', '9161234567', '4567']) {
      expect(keys).toContain(requisiteSearchKey(typed));
    }
  });
});

describe('names, e-mail, text', () => {
  it.each([
    'O’Neil',
    'Анна-Мария Иванова',
    'José',
    'Nguyễn Văn A',
    '山田太郎',
    'محمد علي',
    'J. R. Smith',
    'Jo',
  ])('%s is a name', (input) => expect(check('name', input).ok).toBe(true));
  it.each(['A', '12345', 'x'.repeat(101), '<b>Ann</b>', 'Ann1', '=cmd()', '😀😀', '--', 'Robert"); DROP'])(
    '%s is no name',
    (input) => expect(check('name', input)).toEqual({ ok: false, key: 'name' }),
  );
  it('finds a name by any case and spacing', () => {
    expect(check('name', 'Семён  Королёв')).toMatchObject({
      value: 'Семён Королёв',
      searchKeys: ['семенкоролев'],
    });
    expect(requisiteSearchKey(' СЕМЕН королёв')).toBe('семенкоролев');
  });
  it('an e-mail address is stored in lower case', () => {
    expect(check('email', 'A@Example.com')).toMatchObject({ value: 'a@example.com' });
    expect(check('email', 'a@b').ok).toBe(false);
  });
});
