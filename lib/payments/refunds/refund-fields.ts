import type { RequisiteField } from '@/lib/requisites/field';

/**
 * What the customer is asked when his money goes back by a method: what it asks of those who are paid by it, or where
 * it pays nobody, what it asks of payers.
 */
export function refundFields({ fields }: { fields: RequisiteField[] }): RequisiteField[] {
  const get = fields.filter(({ side }) => side === 'get');
  return get.length > 0 ? get : fields.filter(({ side }) => side === 'give');
}
