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
