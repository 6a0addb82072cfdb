import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { enterAs, makeUser } from '@/lib/auth/testing';
import { loadCashier } from '@/lib/cashier/cashier-list';
import { saveCashier } from '@/lib/cashier/save-cashier';
import { suspendCashier } from '@/lib/cashier/suspend-cashier';
import { nothingYet } from '@/lib/catalog/form-version';
import { makeCatalog, admin as plainAdmin, refusal } from '@/lib/catalog/testing/inputs';
import { closeDatabase } from '@/lib/db';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';

let admin: UserActor;

beforeAll(async () => {
  await makeCatalog();
  await saveWalletAsset({ actor: plainAdmin, assetCode: 'RUB', input: { enabled: 'on' } });
  admin = await enterAs((await makeUser({ roles: ['admin'] })).email);
});
afterAll(closeDatabase);

const rights = { mayWriteOff: 'on', hasDrawer: 'on', assets: ['RUB'] };
const generous = { ...rights, 'operation.RUB': '50000', 'day.RUB': '300000.50' };

it('an older form does not give back a limit that was taken away meanwhile; suspending is no change of it', async () => {
  const { userId } = await makeUser();
  const save = (input: Record<string, unknown>) => saveCashier({ actor: admin, userId, input });
  await save({ ...generous, version: nothingYet });
  const { version } = await loadCashier(admin, userId);
  await suspendCashier({ actor: admin, userId });
  await save({ ...rights, 'operation.RUB': '100', version });
  expect(await refusal(save({ ...generous, version }))).toMatchObject({ code: 'form_stale' });
  expect(await loadCashier(admin, userId)).toMatchObject({ limits: [{ operation: '100', day: null }] });
});

it('a form for a new cashier does not write over one whom another admin has named meanwhile', async () => {
  const { userId } = await makeUser();
  const results = await Promise.allSettled(
    [generous, rights].map((input) =>
      saveCashier({ actor: admin, userId, input: { ...input, version: nothingYet } }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'form_stale' },
  });
});
