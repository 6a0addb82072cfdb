import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { readDeskFilter } from './desk-filter';
import { deskPage } from './desk-list';
import { deskFacts } from './desk-where';
import { makeOffice, staff } from './testing/office';
import { makeOrder } from './testing/orders';

const emails = [
  'anna@mail.test',
  'anna.b@mail.test',
  'annb@mail.test',
  'ann%a@mail.test',
  'ann_a@mail.test',
  'ann\\a@mail.test',
  'анна@почта.test',
];

beforeAll(async () => {
  const office = await makeOffice({ reserveUnits: 10_000_000_000n });
  for (const email of emails) {
    const { orderId } = await makeOrder(office);
    await query('UPDATE orders SET email = $2 WHERE id = $1', [orderId, email]);
  }
});

async function found(email: string): Promise<string[]> {
  const { filter } = readDeskFilter(new URLSearchParams({ status: 'all', email }));
  const { rows } = await deskPage({ actor: staff('operator'), filter, facts: await deskFacts() });
  return rows.map((row) => row.email).sort();
}

describe('the beginning of an e-mail', () => {
  it.each(['an', 'ann', 'anna', 'anna.', 'anna@', 'ann%', 'ann_', 'ann\\', 'анна', 'zz'])(
    '%s finds the addresses that begin so, letter for letter',
    async (beginning) => {
      expect(await found(beginning)).toEqual(emails.filter((email) => email.startsWith(beginning)).sort());
    },
  );

  it('that is whole finds that one only', async () => {
    expect(await found('anna@mail.test')).toEqual(['anna@mail.test']);
  });
});
