import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeStatement } from './decode-statement';
import { guessMapping, type StatementMapping } from './mapping';
import { matchLines, type WaitingPayment } from './match-lines';
import { readLines } from './read-lines';

const roubles = { scale: 2, asset: 'RUB', timeZone: 'Europe/Moscow' };

function read(text: string, money = roubles) {
  const { rows } = decodeStatement(Buffer.from(text));
  const mapping = guessMapping(rows);
  if (!mapping) throw new Error('no mapping was guessed');
  return { mapping, ...readLines(rows, mapping, money) };
}

describe('a bank’s statement', () => {
  const russian =
    'Выписка по счёту;;;;\nДата операции;Сумма;Плательщик;Назначение платежа;Валюта\n' +
    '21.11.2026 10:15;1 500,50;Иванов Иван Петрович;Оплата по заявке ord_4k2m0123456789bc;RUB\n' +
    '21.11.2026;-300,00;Магазин;Покупка;RUB\nИтого;1 200,50;;;';

  it('is read alike in UTF-8 and Windows-1251, with commas for decimals', () => {
    for (const bytes of [
      Buffer.from(russian),
      iconv.encode(russian, 'win1251'),
      iconv.encode(`\uFEFF${russian}`, 'utf16le'),
    ]) {
      const { rows } = decodeStatement(bytes);
      const mapping = guessMapping(rows);
      expect(mapping).toMatchObject({
        headerRow: 1,
        dateOrder: 'dmy',
        columns: { date: 0, amount: 1, payer: 2, purpose: 3 },
      });
      const { lines, outgoing, problems } = readLines(rows, mapping as StatementMapping, roubles);
      expect(lines).toMatchObject([{ amountUnits: 150_050n, payer: 'Иванов Иван Петрович' }]);
      expect(lines[0]?.bookedAt.toISOString()).toBe('2026-11-21T07:15:00.000Z');
      expect(outgoing).toBe(1);
      // The total has no date: it is told, and no money.
      expect(problems).toMatchObject([{ row: 5, why: 'date' }]);
    }
  });

  it('is read with commas, points, quotes and a column for each direction', () => {
    const { lines, outgoing } = read(
      'Date,Description,Paid out,Paid in\n2026-11-21,"Transfer, from A. Smith",,"1,234.50"\n2026-11-21,Fee,2.00,\n',
      { scale: 2, asset: 'EUR', timeZone: 'Europe/Berlin' },
    );
    expect(lines).toMatchObject([{ amountUnits: 123_450n, purpose: 'Transfer, from A. Smith' }]);
    expect(outgoing).toBe(1);
  });

  it('gives equal lines keys of their own, and the same keys in another file', () => {
    const text = 'Date;Amount;Name\n21.11.2026;100;Ann\n21.11.2026;100;Ann\n';
    const keys = read(text).lines.map(({ lineKey }) => lineKey);
    expect(new Set(keys).size).toBe(2);
    expect(
      read(`${text}22.11.2026;5;Bob\n`)
        .lines.map(({ lineKey }) => lineKey)
        .slice(0, 2),
    ).toEqual(keys);
  });

  it('takes nothing that has gone out for money that came, wherever the bank puts its minus or its word', () => {
    const told = (amount: string, type = '', debit = '') =>
      `${read(`Date;Amount;Type;Debit\n21.11.2026;"${amount}";${type};${debit}\n`).outgoing} ${
        read(`Date;Amount;Type;Debit\n21.11.2026;"${amount}";${type};${debit}\n`).lines[0]?.amountUnits ?? ''
      }`;
    for (const out of [
      '-100,00',
      '100,00-',
      '100,00 -',
      '100,00- RUB',
      '100,00 Dr',
      '(100,00)',
      'RUB -100,00',
      '−100,00',
    ])
      expect(told(out)).toBe('1 ');
    for (const word of [
      'D',
      'DR',
      'DBIT',
      'Debit',
      'Debit card',
      'Дебет',
      'Дт',
      'Расходная операция',
      'Списание',
    ])
      expect(told('100,00', word)).toBe('1 ');
    expect(told('100,00', '', '100,00')).toBe('1 ');
    for (const word of ['C', 'CRDT', 'Deposit', 'Direct credit', 'Кредит', 'Приход'])
      expect(told('100,00', word)).toBe('0 10000');
    for (const came of ['+100,00', '100,00 руб.', 'RUB 100,00', '₽ 100,00', '100,00 Cr', '+100,00 ₽'])
      expect(told(came)).toBe('0 10000');
  });

  it('tells rows that cannot be read by their number and reads the rest', () => {
    const { lines, problems } = read(
      'Date;Amount;Currency\n31.02.2026;5;RUB\n01.11.2026;x5;RUB\n01.11.2026;5;USD\n01.11.2026;5;643\n',
    );
    const endless = read(`Date;Amount\n01.11.2026;1${' '.repeat(200_000)}-\n`);
    expect(endless).toMatchObject({ lines: [], outgoing: 0, problems: [{ row: 2, why: 'amount' }] });
    const foreign = read('Date;Amount\n01.11.2026;100 USD\n01.11.2026;$100\n01.11.2026;EUR 100\n');
    expect(foreign.lines).toEqual([]);
    expect(foreign.problems.map(({ why, text }) => `${why} ${text}`)).toEqual([
      'currency USD',
      'currency $',
      'currency EUR',
    ]);
    expect(problems).toEqual([
      { row: 2, why: 'date', text: '31.02.2026' },
      { row: 3, why: 'amount', text: 'x5' },
      { row: 4, why: 'currency', text: 'USD' },
    ]);
    expect(lines).toHaveLength(1);
  });

  it('that is no table of text is refused in words', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('hello'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 10, 13]),
    ])
      expect(() => decodeStatement(bytes)).toThrowError(expect.objectContaining({ code: 'invalid_input' }));
  });
});

const at = new Date('2026-11-21T10:00:00Z');

function payment(id: string, amountUnits: bigint, more: Partial<WaitingPayment> = {}): WaitingPayment {
  return {
    id: `pay_${id}`,
    number: 1,
    subjectId: `ord_${id}`,
    amountUnits,
    payers: [],
    reference: '',
    createdAt: at,
    expiresAt: null,
    ...more,
  };
}

const line = (amountUnits: bigint, purpose = '', payer = '') => ({
  id: `${amountUnits}${purpose}${payer}`,
  amountUnits,
  bookedAt: new Date(at.getTime() + 3_600_000),
  wholeDay: false,
  reference: '',
  payer,
  purpose,
});

function only(lines: ReturnType<typeof line>[], waiting: WaitingPayment[]) {
  return [...matchLines(lines, waiting).values()];
}

describe('money of a statement', () => {
  it('is surely the payment that its reference names, however many ask for the same amount', () => {
    const waiting = [payment('aaaa000000000001', 100n), payment('bbbb000000000002', 100n)];
    expect(only([line(100n, 'Order ORD_BBBB000000000002')], waiting)).toMatchObject([
      { state: 'sure', paymentId: 'pay_bbbb000000000002' },
    ]);
  });

  it('is surely the only payment of its amount, and doubtful between two', () => {
    expect(only([line(100n)], [payment('a', 100n), payment('b', 101n)])).toMatchObject([
      { state: 'sure', paymentId: 'pay_a' },
    ]);
    expect(only([line(100n)], [payment('a', 100n), payment('b', 100n)])).toMatchObject([
      { state: 'doubtful', paymentId: null },
    ]);
  });

  it('between two of one amount is nobody’s for what they say of themselves: anybody may say it of another’s money', () => {
    const thief = payment('a', 100n, {
      payers: ['Иван Пётр Анна Иванович Петрович Чайковский'],
      reference: '2026 7707083893',
    });
    const waiting = [thief, payment('b', 100n)];
    const [match] = only([line(100n, 'Перевод 2026 ИНН 7707083893', 'ЧАЙКОВСКИЙ ПЁТР ИЛЬИЧ')], waiting);
    expect(match).toMatchObject({ state: 'doubtful', paymentId: null });
    // What speaks for it is shown, and a person decides.
    expect(match?.candidates[0]).toMatchObject({ paymentId: 'pay_a' });
    expect(match?.candidates[0]?.why).toContain('payer');
  });

  it('that names two payments is doubtful', () => {
    const waiting = [payment('aaaa000000000001', 100n), payment('bbbb000000000002', 100n)];
    expect(only([line(100n, 'ord_aaaa000000000001 ord_bbbb000000000002')], waiting)).toMatchObject([
      { state: 'doubtful' },
    ]);
  });

  it('of another amount than its reference names is doubtful, never sure', () => {
    expect(only([line(90n, 'ord_aaaa000000000001')], [payment('aaaa000000000001', 100n)])).toMatchObject([
      { state: 'doubtful' },
    ]);
  });

  it('that two lines claim is doubtful in both', () => {
    const [a, b] = only([line(100n, 'one'), line(100n, 'two')], [payment('a', 100n)]);
    expect([a?.state, b?.state]).toEqual(['doubtful', 'doubtful']);
  });

  it('that came before the payment was asked for, or long after, is unmatched', () => {
    const late = { ...line(100n), bookedAt: new Date(at.getTime() + 40 * 86_400_000) };
    expect(only([late], [payment('a', 100n)])).toMatchObject([{ state: 'unmatched' }]);
  });

  it('that may have been confirmed before is nobody else’s; by the office’s number it is surely that money', () => {
    const booked = payment('aaaa000000000001', 100n, { booked: true });
    const waiting = payment('bbbb000000000002', 100n);
    expect(only([line(100n)], [booked, waiting])).toMatchObject([{ state: 'doubtful', paymentId: null }]);
    expect(only([line(100n)], [booked])).toMatchObject([
      { state: 'doubtful', paymentId: null, candidates: [{ paymentId: booked.id, booked: true }] },
    ]);
    expect(only([line(100n, 'ord_aaaa000000000001')], [booked, waiting])).toMatchObject([
      { state: 'sure', paymentId: booked.id },
    ]);
    expect(only([line(100n, 'ord_bbbb000000000002')], [booked, waiting])).toMatchObject([
      { state: 'sure', paymentId: waiting.id },
    ]);
  });

  it('that came before it was asked for is not surely its money, unless the bank tells the day only', () => {
    const later = payment('a', 100n, { createdAt: new Date(at.getTime() + 7_200_000) });
    expect(only([line(100n)], [later])).toMatchObject([{ state: 'doubtful' }]);
    expect(only([{ ...line(100n), wholeDay: true }], [later])).toMatchObject([{ state: 'sure' }]);
  });
});
