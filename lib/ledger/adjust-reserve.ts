import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireRole } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import { type Posted, post } from '@/lib/ledger/post';
import { formatUnits, maxUnits } from '@/lib/money';

const inputSchema = z.object({
  methodId: z.string().min(1).max(40),
  /** Signed: more is brought in, less is taken out. */
  amountUnits: z.bigint().min(-maxUnits).max(maxUnits),
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: z.string().min(1).max(100),
});

export type ReserveAdjustment = z.infer<typeof inputSchema>;

/**
 * An admin brings money into a method's reserve or takes it out: capital is the other side. The reason is kept in
 * the ledger and in the audit. Throws `forbidden`, `invalid_input`, `not_found`, `idempotency_mismatch` and, where
 * more is taken out than is free, `ledger_overdraft`.
 */
export async function adjustReserve({
  actor,
  ...given
}: ReserveAdjustment & { actor: Actor }): Promise<Posted> {
  requireRole(actor, 'admin');
  const parsed = inputSchema.safeParse(given);
  if (!parsed.success || parsed.data.amountUnits === 0n) return refuse(given);
  const { methodId, amountUnits, reason, idempotencyKey } = parsed.data;
  return inTransaction(async (tx) => {
    const method = await tx.maybeOne<{ code: string; asset: string; scale: number }>(
      // A wallet is the office's word to a customer: there is no reserve behind it.
      `SELECT m.code, m.asset_code AS asset, a.scale FROM payment_methods m JOIN assets a ON a.code = m.asset_code
       WHERE m.id = $1 AND m.kind <> 'wallet'`,
      [methodId],
    );
    if (!method) fail('not_found');
    const posted = await post(tx, {
      key: `adjust:${methodId}:${idempotencyKey}`,
      kind: 'adjustment',
      subject: methodId,
      actor: actorLabel(actor).name,
      note: reason,
      postings: [
        { account: reserveAccount(methodId, method.asset), amountUnits },
        { account: houseAccount('capital', method.asset), amountUnits: -amountUnits },
      ],
    });
    if (!posted.replayed) {
      // As people know it: the code and the amount in figures, like every other change of the method.
      const change = `${formatUnits(amountUnits, method.scale)} ${method.asset}`;
      const after = { change, reason, transferId: posted.transferId };
      await audit(tx, { actor, action: 'reserve.adjust', subject: method.code, after });
    }
    return posted;
  });
}

function refuse({ reason, amountUnits }: ReserveAdjustment): never {
  const required = { key: 'required' };
  fail('invalid_input', {
    fields: {
      ...(reason.trim() === '' ? { reason: required } : {}),
      ...(reason.trim().length > 500 ? { reason: { key: 'tooLong', params: { max: '500' } } } : {}),
      ...(amountUnits === 0n ? { amount: required } : {}),
    },
  });
}
