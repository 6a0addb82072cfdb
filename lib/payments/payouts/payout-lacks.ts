import type { FieldProblem } from '@/lib/errors';
import { paymentSystem } from '@/lib/payments/registry';
import type { RequisiteField } from '@/lib/requisites/field';

type Asking = {
  systemCode: string;
  /** How admins know the connection. */
  label: string;
  fields: readonly Pick<RequisiteField, 'side' | 'key'>[];
};

/**
 * What a method does not ask its customers for although the system that pays out needs it, in the admin's words; null
 * where it asks for enough. Found out by the first payout, it would be a customer's money that waits.
 */
export function payoutLacks({ systemCode, label, fields }: Asking): FieldProblem | null {
  const needs = paymentSystem(systemCode)?.payOut?.needs ?? [[]];
  const asked = new Set(fields.filter(({ side }) => side === 'get').map(({ key }) => key));
  if (needs === 'any') return asked.size > 0 ? null : { key: 'payoutAsksAny', params: { label } };
  if (needs.some((keys) => keys.every((key) => asked.has(key)))) return null;
  const keys = needs.map((way) => way.join(' + ')).join(' / ');
  return { key: 'payoutAsks', params: { label, keys } };
}
