import { approvalReasonsOf, requireRoomToWait } from '@/lib/cashier/approval-reasons';
import type { CashierActor } from '@/lib/cashier/cashier-actor';
import { drawerAccount } from '@/lib/cashier/operation-ledger';
import { planAmount } from '@/lib/cashier/plan-amount';
import type { TillForm } from '@/lib/cashier/read-till-form';
import { receiptKey } from '@/lib/cashier/receipt-key';
import { type TillAsset, tillAssets } from '@/lib/cashier/till-asset';
import type { ApprovalReason } from '@/lib/cashier/till-words';
import { type Holder, holderOf } from '@/lib/cashier/wallet-holder';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { walletAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { formatUnits } from '@/lib/money';
import { requireWallet } from '@/lib/wallet/require-wallet';
import { loadTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';
import { walletDayLeft } from '@/lib/wallet/wallet-day';

/** What a form comes to, with everything checked that can be before the posting. */
export type OperationPlan = {
  form: TillForm;
  holder: Holder;
  rules: TillAsset;
  amountUnits: bigint;
  feeUnits: bigint;
  /** What the wallet gets or gives. */
  walletUnits: bigint;
  availableUnits: bigint;
  receiptKey: string;
  drawer: boolean;
  request: TopUpRow | null;
  approvalFor: ApprovalReason[];
};

/**
 * Checks a form against the cashier's rights, the office's rules, the wallet and the drawer, as they stand now. Throws
 * what `topUpByCashier` and `writeOffByCashier` throw. Changes nothing.
 */
export async function planOperation(
  db: Queryable,
  cashier: CashierActor,
  form: TillForm,
  { hasPicture }: { hasPicture: boolean },
): Promise<OperationPlan> {
  const isTopUp = form.kind === 'top_up';
  if (!isTopUp && !cashier.mayWriteOff) fail('cashier_no_write_off');
  const settings = await requireWallet(db);
  const rules = await rulesFor(db, cashier, form);
  const holder = await holderOf(db, form.number);
  if (holder.userId === cashier.userId) fail('cashier_own_wallet');
  const request = await requestOf(db, form, holder);
  const { amountUnits, feeUnits } = planAmount(form, rules, request);
  const key = receiptKeyOf(form);
  if (settings.receiptPictureRequired && needsReceipt(form) && !hasPicture && !request?.receiptFileId)
    fail('invalid_input', { fields: { receipt: { key: 'required' } } });
  if (cashier.hasDrawer && cashier.shiftId === null) fail('shift_closed');
  const drawer = cashier.hasDrawer && form.moneyKind === 'cash';
  const walletUnits = amountUnits - feeUnits;
  const { balanceUnits, heldUnits } = await balanceOf(walletAccount(holder.userId, rules.asset), db);
  const availableUnits = -balanceUnits - heldUnits;
  if (isTopUp) await requireDay(db, holder, rules, walletUnits);
  else {
    requireEnough('wallet_not_enough', rules, walletUnits, availableUnits);
    if (drawer) await requireDrawer(db, cashier, rules, amountUnits);
  }
  const judged = { kind: form.kind, amountUnits, moneyKind: form.moneyKind, receiptKey: key };
  const approvalFor = await approvalReasonsOf(db, cashier, rules, judged);
  if (approvalFor.length > 0) await requireRoomToWait(db, cashier.userId);
  return {
    form,
    holder,
    rules,
    amountUnits,
    feeUnits,
    walletUnits,
    availableUnits,
    receiptKey: key,
    drawer,
    request,
    approvalFor,
  };
}

/** Real money changes hands, so there is a paper. */
function needsReceipt({ kind, reason }: TillForm): boolean {
  return kind === 'top_up' || reason === 'paid_out';
}

/** An asset that he works with; a closed one is not topped up, but what is in wallets still goes out. */
async function rulesFor(db: Queryable, cashier: CashierActor, { asset, kind }: TillForm): Promise<TillAsset> {
  if (!cashier.limits.has(asset)) fail('cashier_asset', { params: { asset } });
  const [rules] = await tillAssets(db, [asset]);
  if (!rules || (kind === 'top_up' && !rules.open)) return fail('wallet_asset_off', { params: { asset } });
  return rules;
}

/** The request that the operation serves: of this wallet, in this asset, not decided yet. */
async function requestOf(
  db: Queryable,
  { topUpId, asset }: TillForm,
  holder: Holder,
): Promise<TopUpRow | null> {
  if (topUpId === null) return null;
  const request = await loadTopUp(db, topUpId);
  if (request?.way !== 'cashier' || request.userId !== holder.userId || request.assetCode !== asset)
    return fail('not_found');
  if (request.status !== 'waiting' && request.status !== 'claimed')
    fail('top_up_moved', { params: { status: request.status } });
  const [open] = await db.query(
    `SELECT 1 FROM till_operations WHERE top_up_id = $1 AND status IN ('awaiting_approval', 'done') LIMIT 1`,
    [topUpId],
  );
  if (open) fail('top_up_moved', { params: { status: 'claimed' } });
  return request;
}

function receiptKeyOf(form: TillForm): string {
  if (!needsReceipt(form) && form.receiptNumber === '') return '';
  const key = receiptKey(form.receiptNumber);
  return key ?? fail('invalid_input', { fields: { receiptNumber: { key: 'receiptNumber' } } });
}

/** What is over the customer's day is refused before anything is asked of a second person; it counts again later. */
async function requireDay(db: Queryable, { userId }: Holder, rules: TillAsset, units: bigint): Promise<void> {
  const left = await walletDayLeft({ userId, asset: rules.asset, what: 'topUp' }, db);
  if (left === null || units <= left) return;
  fail('wallet_day_limit', { params: { left: formatUnits(left, rules.scale), asset: rules.asset } });
}

async function requireDrawer(
  db: Queryable,
  { userId }: CashierActor,
  rules: TillAsset,
  units: bigint,
): Promise<void> {
  const { balanceUnits, heldUnits } = await balanceOf(drawerAccount(userId, rules.asset), db);
  requireEnough('drawer_not_enough', rules, units, balanceUnits - heldUnits);
}

function requireEnough(
  code: 'wallet_not_enough' | 'drawer_not_enough',
  { asset, scale }: TillAsset,
  units: bigint,
  available: bigint,
): void {
  if (units > available) fail(code, { params: { available: formatUnits(available, scale), asset } });
}
