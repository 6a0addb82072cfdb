import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { isOffered } from '@/lib/payments/registry';
import { choiceAmount } from './choose';
import { loadOperation } from './database-store';
import { simulator } from './index';
import type { SentNotice } from './operation';

/** What the simulator's payment page shows. Whoever knows the id may see it, as with any payment page. */
export type SimulatorPayment = {
  id: string;
  shop: string;
  description: string;
  amount: string;
  less: string;
  more: string;
  asset: string;
  state: 'waiting' | 'paid' | 'declined';
  paid: string | null;
  /** Paid, and to be told later. */
  tellAt: Date | null;
  expiresAt: Date;
  returnUrl: string;
  payerAccount: string;
  notices: SentNotice[];
};

/** Throws `not_found`, also where the simulator is not offered. */
export async function simulatorPayment(id: string): Promise<SimulatorPayment> {
  assertOffered();
  const operation = isId('sim', id) ? await loadOperation({ query }, id) : null;
  if (operation?.asked.kind !== 'payment') return fail('not_found');
  const { asked, shop, amount, asset, state, paid, tellAt, notices } = operation;
  return {
    id,
    shop,
    description: asked.description,
    amount,
    less: choiceAmount(operation, 'less'),
    more: choiceAmount(operation, 'more'),
    asset,
    state: state === 'paid' || state === 'declined' ? state : 'waiting',
    paid,
    tellAt,
    expiresAt: new Date(asked.expiresAt),
    returnUrl: asked.returnUrl,
    payerAccount: asked.payerAccount,
    notices,
  };
}

/** The simulator's pages are not there where it is not offered. Throws `not_found`. */
export function assertOffered(): void {
  if (!isOffered(simulator)) fail('not_found');
}
