import { type Actor, requireUser } from '@/lib/auth/actor';
import { requireCashier } from '@/lib/cashier/cashier-actor';
import { type OperationPlan, planOperation } from '@/lib/cashier/plan-operation';
import { readTillForm } from '@/lib/cashier/read-till-form';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import type { OperationSummary } from '@/lib/cashier/till-types';
import type { TillKind } from '@/lib/cashier/till-words';
import { holderView } from '@/lib/cashier/wallet-holder';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';

/**
 * What the form would do, without doing it: checks all that the command checks and throws the same. `input`: the
 * form's texts (`TopUpForm` or `WriteOffForm`); `hasPicture`: whether a picture will come with it.
 */
export async function summariseOperation({
  actor,
  kind,
  input,
  hasPicture,
}: {
  actor: Actor;
  kind: TillKind;
  input: unknown;
  hasPicture: boolean;
}): Promise<OperationSummary> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: `${kind}_summary`, given: givenFields(input) }, async () => {
    const cashier = await requireCashier(user);
    const form = readTillForm(kind, input);
    return summaryOf(await planOperation({ query }, cashier, form, { hasPicture }));
  });
}

function summaryOf(plan: OperationPlan): OperationSummary {
  const { form, holder, rules, walletUnits, availableUnits } = plan;
  const text = (units: bigint) => formatUnits(units, rules.scale);
  const after = form.kind === 'top_up' ? availableUnits + walletUnits : availableUnits - walletUnits;
  return {
    kind: form.kind,
    holder: holderView(holder),
    asset: rules.asset,
    scale: rules.scale,
    amount: text(plan.amountUnits),
    fee: text(plan.feeUnits),
    walletAmount: text(walletUnits),
    availableBefore: text(availableUnits),
    availableAfter: text(after),
    moneyKind: form.moneyKind,
    drawer: plan.drawer,
    receiptNumber: form.receiptNumber,
    reason: form.reason,
    comment: form.comment,
    approvalFor: plan.approvalFor,
    topUpId: form.topUpId,
  };
}
