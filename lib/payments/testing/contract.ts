import { describe } from 'vitest';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { callRules } from '@/lib/payments/testing/contract-calls';
import { moneyRules } from '@/lib/payments/testing/contract-money';
import { noticeRules } from '@/lib/payments/testing/contract-notices';
import { settingRules } from '@/lib/payments/testing/contract-settings';
import type { AdapterFixture } from '@/lib/payments/testing/fixture';
import { makeTrial } from '@/lib/payments/testing/trial';

/**
 * The tests that every payment system must pass, for whatever groups it has. Call it at the top of
 * `systems/<code>/<code>.test.ts`; what is peculiar to the system is tested beside it.
 */
export function adapterContract(system: PaymentSystem, fixture: AdapterFixture): void {
  describe(`${system.code} keeps the contract`, () => {
    const trial = makeTrial(system, fixture);
    settingRules(trial);
    noticeRules(trial);
    moneyRules(trial);
    callRules(trial);
  });
}
