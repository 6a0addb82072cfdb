import { type Counted, countView, differing } from '@/lib/cashier/drawer-count';
import { drawerAccount } from '@/lib/cashier/operation-ledger';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { houseAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { officeLocale } from '@/lib/notify/office-locale';
import { queueLetter } from '@/lib/notify/queue-letter';

type Difference = {
  shiftId: string;
  cashierId: string;
  cashierName: string;
  /** Who counted, where another did. */
  countedBy?: string;
  by: string;
  end: 'open' | 'close';
  counts: Counted[];
  note: string;
};

/** Brings the books of a drawer to what was counted, and tells the office. Nothing where there is no difference. */
export async function postDifference(tx: Tx, difference: Difference): Promise<void> {
  const { shiftId, cashierId, cashierName, countedBy, by, end, note } = difference;
  const found = differing(difference.counts);
  if (found.length === 0) return;
  const locale = officeLocale();
  await queueLetter(tx, {
    code: 'shift_difference',
    locale,
    props: {
      cashier: cashierName,
      end,
      counts: found.map(countView).map(({ scale: _, ...count }) => count),
      note,
      ...(countedBy && { countedBy }),
      at: now().toISOString(),
      url: `${env().KANTOR_URL}/${locale}/admin/cashiers/${cashierId}`,
    },
    dedupeKey: `shift:${shiftId}:${end}`,
  });
  await post(tx, {
    key: `shift:${shiftId}:${end}`,
    kind: 'drawer_count',
    subject: shiftId,
    actor: by,
    note,
    postings: found.flatMap(({ asset, countedUnits, expectedUnits }) => [
      { account: drawerAccount(cashierId, asset), amountUnits: countedUnits - expectedUnits },
      { account: houseAccount('drawer_difference', asset), amountUnits: expectedUnits - countedUnits },
    ]),
  });
}
