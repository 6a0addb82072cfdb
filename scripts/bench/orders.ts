import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { closeDatabase, query } from '@/lib/db';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { makeOffice, staff } from '@/lib/exchange/testing/office';
import { guest, orderBody } from '@/lib/exchange/testing/orders';
import { houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { reconcile } from '@/lib/ledger/reconcile';
import { makeBenchDatabase } from './ledger-database';

/**
 * Complete orders (quote, order, "I have paid", finalize) by the commands that pages call, against bare postings of the
 * ledger beside them, in turns in this one run:
 *   npx tsx scripts/bench/orders.ts [--seconds 5] [--rounds 3] [--clients 16]
 */
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
  },
});
const seconds = Number(options.seconds);
const clients = Number(options.clients);

const database = await makeBenchDatabase(clients);
try {
  await main();
} finally {
  await closeDatabase();
  await database.remove();
}

async function main(): Promise<void> {
  const office = await makeOffice({ reserveUnits: 1_000_000_000_000n, pool: 8 });
  const operators = Array.from({ length: 4 }, () => staff('operator'));
  const spent: Record<string, number> = { quote: 0, order: 0, claim: 0, finalize: 0 };

  const timed = async <T>(step: string, work: Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work;
    spent[step] = (spent[step] ?? 0) + performance.now() - startedAt;
    return result;
  };
  const order = async (client: number) => {
    const named = { from: office.bank.code, to: office.coin.code, side: 'give', amount: '6000' } as const;
    const quote = await timed('quote', createQuote(named));
    const { orderId, secret } = await timed('order', createOrder(orderBody(quote.id)));
    await timed('claim', claimPayment({ orderId, reader: { secret }, actor: guest(), payer: 'Anna' }));
    const actor = operators[client % operators.length] ?? staff('operator');
    await timed('finalize', finalizeOrder({ orderId, actor }));
  };
  const posting = () =>
    post(
      { query },
      {
        key: `bench ${randomUUID()}`,
        kind: 'bench',
        actor: 'bench',
        postings: [
          { account: houseAccount('capital', 'RUB'), amountUnits: -1n },
          { account: reserveAccount(office.bank.id, 'RUB'), amountUnits: 1n },
        ],
      },
    );

  await load(order, 1);
  for (const step of Object.keys(spent)) spent[step] = 0;
  const orders: number[] = [];
  const postings: number[] = [];
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    // Every other round backwards: whatever grows or tires does not favour one side.
    const sides = [
      async () => orders.push(await load(order)),
      async () => postings.push(await load(posting)),
    ];
    for (const side of round % 2 ? sides : sides.reverse()) await side();
  }
  if (!(await reconcile()).clean) throw new Error('the books do not close');

  const whole = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  console.log(`complete orders            ${line(orders)}`);
  for (const [step, ms] of Object.entries(spent))
    console.log(`  ${step.padEnd(25)}${((ms / whole) * 100).toFixed(0).padStart(5)} % of their time`);
  console.log(`bare postings, one reserve ${line(postings)}`);
  console.log(`orders / postings          ${(median(orders) / median(postings)).toFixed(3)}`);
}

/** How often `work` is done in a second by all clients at once. */
async function load(work: (client: number) => Promise<unknown>, forSeconds = seconds): Promise<number> {
  const start = performance.now();
  const end = start + forSeconds * 1000;
  let done = 0;
  const client = async (_: unknown, index: number) => {
    while (performance.now() < end) {
      await work(index);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - start) / 1000);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(rates: number[]): string {
  const each = rates.map((rate) => rate.toFixed(0)).join(', ');
  return `${median(rates).toFixed(0).padStart(6)}/s   (${each})`;
}
