import { formVersion } from '@/lib/catalog/form-version';

type Shown = {
  mayWriteOff: boolean;
  senior: boolean;
  hasDrawer: boolean;
  limits: { asset: string; operationUnits: bigint | string | null; dayUnits: bigint | string | null }[];
};

/** What a cashier's form was filled from, limits in order of their assets. Suspending has a switch of its own. */
export function cashierVersion({ mayWriteOff, senior, hasDrawer, limits }: Shown): string {
  const amounts = limits.map(({ asset, operationUnits, dayUnits }) => ({ asset, operationUnits, dayUnits }));
  return formVersion({ mayWriteOff, senior, hasDrawer, limits: amounts });
}
