import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { loadOperation } from './database-store';
import { type Operation, percentOf } from './operation';

/** What a buyer may do on the simulator's page. */
export const choices = [
  'pay',
  'before_return',
  'twice',
  'never',
  'late',
  'less',
  'more',
  'other_account',
  'decline',
  'precheck',
  'forged',
  'close',
] as const;

export type Choice = (typeof choices)[number];

/** Notices that go out, and when: before the buyer leaves the simulator's page, or once he is on his way back. */
export type Consequence = {
  operation: Operation;
  notices: ('paid' | 'declined' | 'forged' | 'question')[];
  when: 'before' | 'after';
  /** He goes back to the office, or stays with the simulator. */
  goesBack: boolean;
};

/** How long after the order's end a late payment comes: the office has given it up by then. */
const lateMs = 60_000;
/** Percent of the asked amount. */
const shares: Partial<Record<Choice, string>> = { less: '60', more: '120' };

/** What that choice pays, decimal. */
export function choiceAmount(operation: Pick<Operation, 'amount'>, choice: Choice): string {
  const share = shares[choice];
  return share === undefined ? operation.amount : percentOf(operation.amount, share);
}

/**
 * Does what the buyer chose. A payment that is paid or declined stays so, whatever is pressed afterwards. Throws
 * `not_found`.
 */
export async function chooseOutcome(operationId: string, choice: Choice): Promise<Consequence> {
  return inTransaction(async (tx) => {
    const operation = await loadOperation(tx, operationId, { lock: true });
    if (operation?.asked.kind !== 'payment') return fail('not_found');
    const nothing = { operation, notices: [], when: 'after' as const };
    if (operation.state !== 'waiting') return { ...nothing, goesBack: true };
    switch (choice) {
      case 'close':
        return { ...nothing, goesBack: false };
      case 'forged':
        return { operation, notices: ['forged'], when: 'before', goesBack: false };
      case 'precheck':
        return { operation, notices: ['question'], when: 'before', goesBack: false };
      case 'decline': {
        const declined = { ...operation, state: 'declined' as const };
        await write(tx, declined);
        return { operation: declined, notices: ['declined'], when: 'after', goesBack: true };
      }
      default: {
        const paid = paidBy(operation, choice);
        await write(tx, paid);
        const notices: Consequence['notices'] =
          choice === 'never' || choice === 'late' ? [] : choice === 'twice' ? ['paid', 'paid'] : ['paid'];
        const when = choice === 'before_return' ? 'before' : 'after';
        return { operation: paid, notices, when, goesBack: choice !== 'late' };
      }
    }
  });
}

function paidBy(operation: Operation, choice: Choice): Operation {
  const { asked } = operation;
  if (asked.kind !== 'payment') throw new Error('not a payment');
  const paid = choiceAmount(operation, choice);
  const promised = asked.payerAccount || 'SIM-0001';
  const payer =
    choice === 'other_account'
      ? { account: 'SIM-OTHER-0099', name: 'Another Person' }
      : { account: promised, name: 'Simulated Buyer' };
  const late = new Date(Math.max(now().getTime(), new Date(asked.expiresAt).getTime()) + lateMs);
  return {
    ...operation,
    state: 'paid',
    paid,
    fee: percentOf(paid, asked.feePercent),
    payer,
    tellAt: choice === 'late' ? late : null,
  };
}

async function write(
  tx: { query(sql: string, params: unknown[]): Promise<unknown> },
  { id, state, paid, fee, payer, tellAt }: Operation,
): Promise<void> {
  await tx.query(
    `UPDATE simulator_operations SET state = $2, paid = $3, fee = $4, payer = $5, tell_at = $6, decided_at = $7
     WHERE id = $1`,
    [id, state, paid, fee, payer, tellAt, now()],
  );
}
