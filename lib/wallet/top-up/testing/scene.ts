import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { shiftClock } from '@/lib/clock';
import { closeDatabase } from '@/lib/db';
import { reconcile } from '@/lib/ledger/reconcile';
import { customer, makeTopUpOffice, type TopUpRules } from '@/lib/wallet/top-up/testing/top-up-office';

type Scene = { office: Awaited<ReturnType<typeof makeTopUpOffice>>; ann: UserActor };

/** An office and a customer of its own, made anew before each test of the file; with other rules by `open`. */
export function topUpScene(by: Parameters<typeof makeTopUpOffice>[0]) {
  let made: Scene | undefined;
  const open = async (rules: TopUpRules = {}): Promise<void> => {
    made = { office: await makeTopUpOffice(by, rules), ann: await customer() };
  };
  const present = (): Scene => {
    if (!made) throw new Error('asked outside of a test');
    return made;
  };
  beforeEach(() => open());
  afterEach(() => shiftClock(0));
  afterAll(closeDatabase);
  return {
    open,
    get office() {
      return present().office;
    },
    get ann() {
      return present().ann;
    },
  };
}

export async function expectCleanBooks(): Promise<void> {
  expect((await reconcile()).findings).toEqual([]);
}
