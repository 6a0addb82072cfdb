import { randomUUID } from 'node:crypto';
import { houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import type { HoldStep, TransferInput } from '@/lib/ledger/posting';

/** Accounts of an asset of their own, so that tests do not see each other, and a transfer that fills one of them. */
export function ledgerOffice() {
  const asset = `F${randomUUID().slice(0, 8).toUpperCase()}`;
  const [capital, a, b] = [
    houseAccount('capital', asset),
    reserveAccount(`a-${asset}`, asset),
    reserveAccount(`b-${asset}`, asset),
  ];
  const fill = (units: bigint, holds?: HoldStep[], key: string = randomUUID()): TransferInput => ({
    key,
    kind: 'test',
    actor: 'test',
    postings: [
      { account: a, amountUnits: units },
      { account: capital, amountUnits: -units },
    ],
    holds,
  });
  return { asset, capital, a, b, fill };
}
