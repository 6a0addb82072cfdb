import { expect, it } from 'vitest';
import { query } from '@/lib/db';
import { makeOffice, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { ignoreLine } from './decide-line';
import { importStatement } from './import-statement';
import { recentFiles, takeOutStatement } from './statement-files';
import { linePage } from './statement-queries';

const operator = staff('operator');

/** The two columns of amounts, told rightly or the wrong way round. */
const columns = (amount: string) => ({ headerRow: '0', dateOrder: 'ymd', columns: { date: '0', amount } });

const read = (office: TestOffice, amount: string) =>
  importStatement({
    actor: operator,
    methodId: office.bank.id,
    file: { bytes: Buffer.from('Date,Balance,Amount\n2026-11-01,9000,150\n'), name: 'bank.csv' },
    mapping: columns(amount),
  });

const amounts = async ({ bank }: TestOffice) =>
  (await linePage({ actor: operator, methodId: bank.id, state: 'unmatched' })).rows.map((row) => row.amount);

it('a file that was read with a wrong column is taken out and read anew', async () => {
  const office = await makeOffice();
  const { statementId } = await read(office, '1');
  expect(await read(office, '2')).toMatchObject({ repeated: true });
  expect(await recentFiles(operator, office.bank.id)).toMatchObject([
    { id: statementId, fileName: 'bank.csv', uploadedBy: operator.name, lines: 1, decided: 0 },
  ]);
  await takeOutStatement({ actor: operator, statementId });
  expect(await amounts(office)).toEqual([]);
  expect(await read(office, '2')).toMatchObject({ repeated: false, added: 1 });
  expect(await amounts(office)).toEqual(['150.00']);
  expect(
    await query('SELECT action FROM audit_records WHERE subject = $1 ORDER BY at', [statementId]),
  ).toContainEqual({ action: 'statement.take_out' });
});

it('a file stays once one of its lines is decided, and for those who may not decide', async () => {
  const office = await makeOffice();
  const { statementId } = await read(office, '2');
  await expect(takeOutStatement({ actor: staff('cashier'), statementId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const [line] = (await linePage({ actor: operator, methodId: office.bank.id, state: 'unmatched' })).rows;
  await ignoreLine({ actor: operator, lineId: line?.id ?? '' });
  await expect(takeOutStatement({ actor: operator, statementId })).rejects.toMatchObject({
    code: 'statement_decided',
  });
  await expect(takeOutStatement({ actor: operator, statementId: 'stm_0' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

/** A file of the bank with these amounts, one a line. */
const readAmounts = (office: TestOffice, name: string, ...told: string[]) =>
  importStatement({
    actor: operator,
    methodId: office.bank.id,
    file: {
      bytes: Buffer.from(`Date,Amount\n${told.map((amount) => `2026-11-01,${amount}\n`).join('')}`),
      name,
    },
    mapping: columns('1'),
  });

const filesOf = async (office: TestOffice) =>
  (await recentFiles(operator, office.bank.id)).map(({ fileName, lines }) => ({ fileName, lines }));

it('what another file tells too stays when a file is taken out, as often as that one tells it', async () => {
  const office = await makeOffice();
  const first = await readAmounts(office, 'october.csv', '10', '20', '20');
  expect(await readAmounts(office, 'autumn.csv', '20', '30')).toMatchObject({ incoming: 2, added: 1 });
  await readAmounts(office, 'year.csv', '20', '10');
  await takeOutStatement({ actor: operator, statementId: first.statementId });
  expect((await amounts(office)).sort()).toEqual(['10.00', '20.00', '30.00']);
  expect(await filesOf(office)).toEqual([
    { fileName: 'year.csv', lines: 1 },
    { fileName: 'autumn.csv', lines: 2 },
  ]);
  for (const { id } of await recentFiles(operator, office.bank.id))
    await takeOutStatement({ actor: operator, statementId: id });
  expect(await amounts(office)).toEqual([]);
  expect(await readAmounts(office, 'october.csv', '10', '20', '20')).toMatchObject({ added: 3 });
});

it('a file that only repeats what is decided in another one is taken out, and that stays', async () => {
  const office = await makeOffice();
  await readAmounts(office, 'october.csv', '10');
  const [line] = (await linePage({ actor: operator, methodId: office.bank.id, state: 'unmatched' })).rows;
  await ignoreLine({ actor: operator, lineId: line?.id ?? '' });
  const { statementId } = await readAmounts(office, 'autumn.csv', '10', '20');
  await takeOutStatement({ actor: operator, statementId });
  expect(await amounts(office)).toEqual([]);
  expect(await filesOf(office)).toEqual([{ fileName: 'october.csv', lines: 1 }]);
});

it('a file that is read while another one with its lines is taken out loses none', async () => {
  const office = await makeOffice();
  for (const round of ['1', '2', '3']) {
    const { statementId } = await readAmounts(office, `first-${round}.csv`, '10', round);
    await Promise.all([
      takeOutStatement({ actor: operator, statementId }),
      readAmounts(office, `second-${round}.csv`, '10', `${round}1`),
    ]);
    expect(await amounts(office)).toContain('10.00');
    for (const { id } of await recentFiles(operator, office.bank.id))
      await takeOutStatement({ actor: operator, statementId: id });
  }
});
