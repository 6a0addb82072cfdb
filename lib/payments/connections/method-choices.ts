import { type Actor, requireRole } from '@/lib/auth/actor';
import { prisma } from '@/lib/db';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import { movesAsset } from './abilities';

/** A connection that a method may take or pay out by. */
export type ConnectionChoice = {
  id: string;
  systemCode: string;
  label: string;
  /** It is switched off or fails: methods of it are not open. */
  works: boolean;
  testMode: boolean;
};

/**
 * The connections that a method of the asset may be paid by and pay out by: their systems are offered, can do it and
 * move the asset. Admins only.
 */
export async function connectionChoices(
  actor: Actor,
  assetCode: string | null,
): Promise<{ payIn: ConnectionChoice[]; payOut: ConnectionChoice[] }> {
  requireRole(actor, 'admin');
  const rows = await prisma().systemConnection.findMany({
    orderBy: [{ systemCode: 'asc' }, { label: 'asc' }],
    select: { id: true, systemCode: true, label: true, enabled: true, brokenAt: true, testMode: true },
  });
  const of = (side: 'payIn' | 'payOut') =>
    rows
      .filter(({ systemCode }) => canServe(systemCode, side, assetCode))
      .map(({ enabled, brokenAt, ...row }) => ({ ...row, works: enabled && brokenAt === null }));
  return { payIn: of('payIn'), payOut: of('payOut') };
}

/** Whether a system is offered, can do that side, and moves the asset (null: any). */
export function canServe(systemCode: string, side: 'payIn' | 'payOut', assetCode: string | null): boolean {
  const system = paymentSystem(systemCode);
  if (!system || !isOffered(system) || system[side] === undefined) return false;
  return assetCode === null || movesAsset(system, assetCode);
}
