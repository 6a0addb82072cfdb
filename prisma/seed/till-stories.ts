import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { closeShift } from '@/lib/cashier/close-shift';
import { decideCollected } from '@/lib/cashier/decide-collected';
import { declineOperation } from '@/lib/cashier/decline-operation';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { openShift } from '@/lib/cashier/open-shift';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { declineRequest } from '@/lib/wallet/top-up/decline-request';
import { takeRequest } from '@/lib/wallet/top-up/take-request';
import type { Timeline } from './timeline';
import { askCashier, topUpAtTill } from './wallet-acts';
import type { Holder, WalletPeople } from './wallet-people';

/** Assets that the demo's cashier counts, with their decimals. */
const counted = { RUB: 2, USD: 2 } as const;

/**
 * Three shifts of the cashier with a drawer: one closed with a small difference, one without, one open now; and what
 * the senior one did meanwhile.
 */
export function seedTillStories(timeline: Timeline, people: WalletPeople, cashier: UserActor): void {
  const { senior } = people;
  const { konrad, anna, dmitry, tatyana, marek } = people.holders;
  const present = Date.now();
  const at = (days: number, minutes: number, run: () => Promise<unknown>) =>
    timeline.add(present - (days * 1_440 + minutes) * 60_000, run);
  const take = (holder: Holder, amount: string, receipt: string, more = {}) =>
    topUpAtTill(cashier, holder, { amount, receipt, ...more });

  at(3, 420, () => open(cashier));
  at(3, 415, () => moves(cashier, 'bring', 'RUB', '30000', 'Размен из сейфа'));
  at(3, 414, () => moves(cashier, 'bring', 'USD', '500', 'Размен из сейфа'));
  at(3, 390, () => take(konrad, '20000', 'А-118'));
  at(3, 331, () => take(anna, '8400.50', 'А-119'));
  at(3, 290, async () => {
    const operationId = await take(konrad, '5000', 'А-120');
    await reverseOperation({
      actor: cashier,
      input: { operationId, reason: 'Лишний ноль: внесено 500 рублей' },
    });
    await take(konrad, '500', 'А-120', { comment: 'Вместо отмененной операции на 5 000' });
  });
  at(3, 240, () => take(marek, '300', 'А-121', { asset: 'USD' }));
  at(3, 200, () => writesOff(cashier, konrad, '1000', { receiptNumber: 'РКО-17' }));
  at(3, 60, () => collects(cashier, senior, 'RUB', '25000', 'Инкассация в конце дня'));
  at(3, 50, () => close(cashier, { RUB: -5_000n }, 'Не хватает 50 рублей, вероятно, ошибка со сдачей'));

  at(2, 300, () =>
    topUpAtTill(senior, marek, { asset: 'USD', amount: '250', receipt: 'T-5521', moneyKind: 'card' }),
  );
  at(2, 120, () =>
    topUpAtTill(senior, tatyana, { amount: '35000', receipt: '778120', moneyKind: 'transfer' }),
  );

  at(1, 400, () => open(cashier));
  at(1, 380, () => take(tatyana, '12000', 'А-122'));
  at(1, 350, () => take(anna, '6000', 'К-7781', { moneyKind: 'card' }));
  at(1, 310, async () => {
    const operationId = await take(anna, '180000', 'А-123', { comment: 'Продала машину' });
    await approveOperation({
      actor: senior,
      input: { operationId, note: 'Деньги пересчитали вдвоем, договор видел' },
    });
  });
  at(1, 280, async () => {
    const topUpId = await askCashier(dmitry, {
      asset: 'RUB',
      amount: '15000',
      moneyKind: 'cash',
      comment: '',
    });
    await takeRequest({ actor: cashier, topUpId });
    await take(dmitry, '15000', 'А-124', { topUpId });
  });
  at(1, 250, async () => {
    const request = { asset: 'RUB', amount: '9900', moneyKind: 'transfer', comment: '' } as const;
    const topUpId = await askCashier(tatyana, request);
    await declineRequest({
      actor: cashier,
      topUpId,
      reason: 'Перевод не поступил, на чеке другой получатель.',
    });
  });
  at(1, 230, async () => {
    const operationId = await take(dmitry, '160000', 'А-125');
    await declineOperation({
      actor: senior,
      input: { operationId, note: 'Две купюры не прошли проверку, деньги вернули клиенту' },
    });
  });
  at(1, 190, () => collects(cashier, senior, 'RUB', '190000', 'Инкассация'));
  at(1, 180, () => close(cashier, {}, ''));

  at(0, 170, () => open(cashier));
  at(0, 150, () => take(konrad, '3000', 'А-126'));
  at(0, 128, () => take(marek, '150', 'А-127', { asset: 'USD' }));
  at(0, 110, async () => {
    const operationId = await take(tatyana, '4200', 'А-128');
    await reverseOperation({
      actor: cashier,
      input: { operationId, reason: 'Клиент передумал, деньги отданы' },
    });
  });
  at(0, 85, () => writesOff(cashier, anna, '2500', { receiptNumber: 'РКО-18' }));
  at(0, 70, () => moves(cashier, 'collect', 'USD', '200', 'Инкассация, конверт 14'));
  at(0, 62, () =>
    writesOff(senior, tatyana, '350', {
      reason: 'agreement',
      comment: 'Плата за срочный перевод, по заявлению',
    }),
  );
  at(0, 33, () => take(dmitry, '250000', 'А-129', { comment: 'Просит зачислить сегодня' }));
}

/** What the drawer holds by the ledger, off by so many units where told. */
async function count({ userId }: UserActor, off: Partial<Record<keyof typeof counted, bigint>> = {}) {
  const rows = await query<{ asset: keyof typeof counted; units: bigint }>(
    `SELECT a.asset_code AS asset, b.balance_units AS units
       FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
      WHERE a.kind = 'drawer' AND a.owner = $1`,
    [userId],
  );
  const unitsOf = (asset: keyof typeof counted) => rows.find((row) => row.asset === asset)?.units ?? 0n;
  return {
    'counted.RUB': formatUnits(unitsOf('RUB') + (off.RUB ?? 0n), counted.RUB),
    'counted.USD': formatUnits(unitsOf('USD') + (off.USD ?? 0n), counted.USD),
  };
}

async function open(cashier: UserActor): Promise<void> {
  const input = { ...(await count(cashier)), note: '', idempotencyKey: randomUUID() };
  await openShift({ actor: cashier, input });
}

async function close(
  cashier: UserActor,
  off: Partial<Record<keyof typeof counted, bigint>>,
  note: string,
): Promise<void> {
  const [shift] = await query<{ id: string }>(
    'SELECT id FROM shifts WHERE cashier_id = $1 AND closed_at IS NULL',
    [cashier.userId],
  );
  const input = { ...(await count(cashier, off)), note, shiftId: shift?.id, idempotencyKey: randomUUID() };
  await closeShift({ actor: cashier, input });
}

function moves(
  cashier: UserActor,
  direction: 'bring' | 'collect',
  asset: string,
  amount: string,
  note: string,
) {
  const input = { asset, direction, amount, note, idempotencyKey: randomUUID() };
  return moveDrawer({ actor: cashier, input });
}

/** Cash goes to the senior one, who counts and receives it. */
async function collects(cashier: UserActor, senior: UserActor, asset: string, amount: string, note: string) {
  const { moveId } = await moves(cashier, 'collect', asset, amount, note);
  await decideCollected({ actor: senior, input: { moveId, outcome: 'received', reason: '' } });
}

/** Money handed out in cash, unless another reason is given. */
async function writesOff(
  cashier: UserActor,
  holder: Holder,
  amount: string,
  more: { receiptNumber?: string; reason?: string; comment?: string },
): Promise<void> {
  await writeOffByCashier({
    actor: cashier,
    input: {
      number: await walletNumberOf(holder.actor.userId),
      asset: 'RUB',
      amount,
      reason: 'paid_out',
      moneyKind: 'cash',
      comment: 'Выдано наличными по просьбе клиента',
      idempotencyKey: randomUUID(),
      ...more,
    },
  });
}
