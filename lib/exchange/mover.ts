import { type Actor, actorLabel, requireRole, type UserActor } from '@/lib/auth/actor';
import type { MoveActor } from '@/lib/exchange/move';

/** Who moves an order, as its history tells it. */
export type Mover = { kind: MoveActor; id: string | null; name: string };

export const timer: Mover = { kind: 'timer', id: null, name: 'timer' };

/** A payment system, by its callback or its answer. */
export function paymentSystemMover(systemCode: string): Mover {
  return { kind: 'system', id: null, name: systemCode };
}

/** Who may do the steps of an order; support and accountants only read. */
export const stepRoles = ['operator', 'admin', 'owner'] as const;

/** Who may read every order. */
export const deskRoles = ['operator', 'admin', 'owner', 'support', 'accountant'] as const;

/** The operator behind the actor. Throws `not_signed_in` or `forbidden`. */
export function requireOperator(actor: Actor): UserActor {
  return requireRole(actor, ...stepRoles);
}

/** The actor as the one who does an operator's step. Throws `not_signed_in` or `forbidden`. */
export function operatorMover(actor: Actor): Mover & { id: string } {
  const user = requireOperator(actor);
  return { kind: 'operator', id: user.userId, name: user.name || user.email };
}

/** The actor as the customer; what he may do is settled by his way to the order, not by his roles. */
export function customerMover(actor: Actor): Mover {
  const { id, name } = actorLabel(actor);
  return { kind: 'customer', id, name };
}
