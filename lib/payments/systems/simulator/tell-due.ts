import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { isOffered } from '@/lib/payments/registry';
import { claimDue } from './database-store';
import { simulator } from './index';
import { tellOffice } from './tell-office';

/**
 * What has waited long enough is told: late payments, and payouts that settle later. A payout that hung is not: the
 * office has to ask. Runs every few seconds, in any number of workers.
 */
export async function tellDue(): Promise<void> {
  if (!isOffered(simulator)) return;
  for (const operation of await claimDue({ query }, now())) {
    const { asked } = operation;
    if (asked.kind === 'payment') await tellOffice(operation, 'paid');
    else if (asked.outcome === 'later') await tellOffice(operation, 'outgo');
  }
}
