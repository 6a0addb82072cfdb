import { fail } from '@/lib/errors';
import { possibleTypes, walletSide } from '@/lib/exchange/direction-type';
import type { ExchangeType } from '@/lib/exchange/types';
import { canServe } from '@/lib/payments/connections/method-choices';
import type { PaymentMethod, Prisma } from '@/prisma/generated/client';
import type { MethodInput } from './method-input';

type Systems = Pick<MethodInput, 'payInConnectionId' | 'payOutConnectionId' | 'defaultType'>;
type Before = Pick<PaymentMethod, 'id' | 'payInConnectionId' | 'payOutConnectionId' | 'defaultType'>;

const sides = [
  { side: 'payIn', field: 'payInConnectionId' },
  { side: 'payOut', field: 'payOutConnectionId' },
] as const;

/**
 * Refuses, beside the field, a connection that cannot do what the method wants of it; another connection while money
 * is on its way by the present one; and a change after which open directions could not be exchanged any more.
 * @param before the method as it is, null for a new one.
 */
export async function checkMethodSystems(
  tx: Prisma.TransactionClient,
  assetCode: string,
  after: Systems,
  before: Before | null,
): Promise<void> {
  const codes = await systemCodes(tx, after);
  for (const { side, field } of sides) {
    const chosen = after[field];
    if (chosen === (before?.[field] ?? null) || chosen === null) continue;
    const code = codes.get(chosen);
    if (!code || !canServe(code, side, assetCode)) {
      const key = code ? 'connectionCannot' : 'choice';
      fail('invalid_input', { fields: { [field]: { key } } });
    }
  }
  if (!before) return;
  await checkNothingUnderWay(tx, before, after);
  await checkDirections(tx, before, after, codes);
}

async function systemCodes(tx: Prisma.TransactionClient, { payInConnectionId, payOutConnectionId }: Systems) {
  const ids = [payInConnectionId, payOutConnectionId].filter((id) => id !== null);
  const rows = await tx.systemConnection.findMany({
    where: { id: { in: ids } },
    select: { id: true, systemCode: true },
  });
  return new Map(rows.map(({ id, systemCode }) => [id, systemCode]));
}

/** Notices and answers are looked up by the method's connection: those of the old one would not be heard. */
async function checkNothingUnderWay(
  tx: Prisma.TransactionClient,
  before: Before,
  after: Systems,
): Promise<void> {
  if (before.payInConnectionId && before.payInConnectionId !== after.payInConnectionId) {
    const open = await tx.payment.count({
      where: {
        methodId: before.id,
        connectionId: before.payInConnectionId,
        status: { in: ['created', 'started', 'claimed'] },
      },
    });
    if (open > 0) refuse('payInConnectionId', 'paymentsOpen', open);
  }
  if (before.payOutConnectionId && before.payOutConnectionId !== after.payOutConnectionId) {
    const open = await tx.payout.count({
      where: {
        methodId: before.id,
        connectionId: before.payOutConnectionId,
        status: { in: ['awaiting_approval', 'queued', 'sending', 'pending', 'unknown'] },
      },
    });
    if (open > 0) refuse('payOutConnectionId', 'payoutsOpen', open);
  }
}

function refuse(field: string, key: string, count: number): never {
  fail('in_use', { fields: { [field]: { key, params: { count: String(count) } } } });
}

type OpenDirection = {
  type: ExchangeType | null;
  from_id: string;
  from_code: string;
  from_type: ExchangeType;
  pay_in: string | null;
  to_id: string;
  to_code: string;
  pay_out: string | null;
};

/** Only directions that this change would take the ground from; those impossible before are told on their own page. */
async function checkDirections(
  tx: Prisma.TransactionClient,
  before: Before,
  after: Systems,
  codes: Map<string, string>,
): Promise<void> {
  const directions = await tx.$queryRaw<OpenDirection[]>`
    SELECT d.type, f.id AS from_id, f.code AS from_code, f.default_type AS from_type,
      CASE WHEN f.kind = 'wallet' THEN ${walletSide} ELSE ci.system_code END AS pay_in,
      t.id AS to_id, t.code AS to_code,
      CASE WHEN t.kind = 'wallet' THEN ${walletSide} ELSE co.system_code END AS pay_out
    FROM directions d JOIN payment_methods f ON f.id = d.from_method_id
    JOIN payment_methods t ON t.id = d.to_method_id
    LEFT JOIN system_connections ci ON ci.id = f.pay_in_connection_id
    LEFT JOIN system_connections co ON co.id = t.pay_out_connection_id
    WHERE d.enabled AND ${before.id} IN (f.id, t.id) ORDER BY f.code, t.code`;
  const lost = directions.filter((direction) => {
    const [pays, isPaid] = [direction.from_id === before.id, direction.to_id === before.id];
    const was = { payIn: direction.pay_in, payOut: direction.pay_out };
    const will = {
      payIn: pays ? codeOf(codes, after.payInConnectionId) : was.payIn,
      payOut: isPaid ? codeOf(codes, after.payOutConnectionId) : was.payOut,
    };
    const { type, from_type } = direction;
    const wasPossible = possibleTypes(was).includes(type ?? from_type);
    return wasPossible && !possibleTypes(will).includes(type ?? (pays ? after.defaultType : from_type));
  });
  if (lost.length === 0) return;
  const pairs = lost.map(({ from_code, to_code }) => `${from_code}-${to_code}`);
  const shown = pairs.length > 5 ? [...pairs.slice(0, 5), '…'] : pairs;
  fail('direction_type_impossible', {
    fields: { [changedField(before, after)]: { key: 'directionsLost', params: { pairs: shown.join(', ') } } },
  });
}

function codeOf(codes: Map<string, string>, connectionId: string | null): string | null {
  return connectionId === null ? null : (codes.get(connectionId) ?? null);
}

function changedField(before: Before, after: Systems): keyof Systems {
  if (before.payOutConnectionId !== after.payOutConnectionId) return 'payOutConnectionId';
  return before.payInConnectionId !== after.payInConnectionId ? 'payInConnectionId' : 'defaultType';
}
