import type { z } from 'zod';
import { type FieldProblems, fail } from '@/lib/errors';
import { formatUnits, formatUnitsShort, type ParsedAmount, parseAmount } from '@/lib/money';
import { checkRequisites } from '@/lib/requisites/field';
import type { FieldKey } from '@/lib/text';
import { withdrawFeeUnits } from '@/lib/wallet/withdrawal/withdraw-fee';
import type { summariseWithdrawalInput } from '@/lib/wallet/withdrawal/withdraw-input';
import { type WithdrawalMethod, withdrawalMethods } from '@/lib/wallet/withdrawal/withdrawal-method';
import type { WithdrawalRow } from '@/lib/wallet/withdrawal/withdrawal-row';

/** What a withdrawal would be: its method, what is paid out, what it costs on top, where to. */
export type WithdrawalTerms = {
  method: WithdrawalMethod;
  amountUnits: bigint;
  feeUnits: bigint;
  requisites: WithdrawalRow['requisites'];
};

/**
 * Everything typed, checked by itself and against the method; nothing is made.
 *
 * Throws `withdrawal_closed` where nothing is paid out by the method now, `withdrawal_not_set_up` where its system needs
 * what the method does not ask for, `invalid_input` with all problems at once
 * (fields `amount`, `get.<key>`), `no_reserve` (params: available, asset) where the office cannot pay so much.
 */
export async function withdrawalTerms({
  methodCode,
  amount,
  requisites,
}: z.output<typeof summariseWithdrawalInput>): Promise<WithdrawalTerms> {
  const [method] = await withdrawalMethods({ code: methodCode });
  if (!method) return fail('withdrawal_closed');
  const fields: FieldProblems = {};
  const amountUnits = readAmount(amount, method, fields);
  const checked = checkRequisites(method.fields, requisites);
  if (!checked.ok) {
    for (const [key, { key: problem, params }] of Object.entries(checked.fields))
      fields[`get.${key}`] = { key: problem, ...(params && { params }) };
  } else {
    const destination = Object.fromEntries(
      Object.entries(checked.values).map(([key, { value }]) => [key, value]),
    );
    const unusable = method.problem?.(destination) ?? null;
    if (unusable !== null) {
      // What the form does not ask for, no customer can mend beside a field.
      const isAsked = method.fields.some(({ key }) => key === unusable);
      if (isAsked) fields[`get.${unusable}`] = { key: checked.values[unusable] ? 'invalid' : 'required' };
      else if (Object.keys(fields).length === 0) fail('withdrawal_not_set_up');
    }
  }
  if (Object.keys(fields).length > 0 || !checked.ok) return fail('invalid_input', { fields });
  if (amountUnits > method.reserveUnits) {
    const available = formatUnits(method.reserveUnits, method.scale);
    fail('no_reserve', { params: { available, asset: method.asset } });
  }
  const feeUnits = withdrawFeeUnits(amountUnits, method.fee);
  return { method, amountUnits, feeUnits, requisites: checked.values };
}

const amountProblems: Record<Extract<ParsedAmount, { ok: false }>['reason'], FieldKey> = {
  empty: 'required',
  not_a_number: 'amount',
  too_many_decimals: 'amountDecimals',
  too_large: 'amountTooLarge',
};

function readAmount(text: string, method: WithdrawalMethod, fields: FieldProblems): bigint {
  const { scale, asset, minUnits, maxUnits } = method;
  const parsed = parseAmount(text, scale);
  if (!parsed.ok) {
    fields.amount = { key: amountProblems[parsed.reason], params: { max: String(scale) } };
    return 0n;
  }
  const nearest = (units: bigint) => ({ nearest: formatUnitsShort(units, scale), asset });
  if (parsed.units <= 0n) fields.amount = { key: 'amountPositive' };
  else if (minUnits !== null && parsed.units < minUnits)
    fields.amount = { key: 'amountLeast', params: nearest(minUnits) };
  else if (maxUnits !== null && parsed.units > maxUnits)
    fields.amount = { key: 'amountMost', params: nearest(maxUnits) };
  return parsed.units;
}
