import type { Actor } from '@/lib/auth/actor';
import { saveCashier } from '@/lib/cashier/save-cashier';
import { saveDirection } from '@/lib/catalog/save-direction';
import { prisma } from '@/lib/db';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { saveWalletSettings } from '@/lib/wallet/save-wallet-settings';
import type { AssetCode } from './assets';
import { methodOf, unitsOf } from './catalog';

/** Limits as an admin types them. */
const assets: Partial<Record<AssetCode, Record<string, string>>> = {
  RUB: {
    topUpDay: '600000',
    spendDay: '500000',
    transferDay: '200000',
    withdrawDay: '300000',
    transferMin: '10',
    transferMax: '100000',
    topUpApproval: '200000',
    writeOffApproval: '100000',
    cashierMin: '100',
    cashierMax: '500000',
  },
  USD: {
    topUpDay: '7000',
    transferDay: '3000',
    withdrawDay: '5000',
    transferMin: '1',
    transferMax: '1000',
    topUpApproval: '3000',
    writeOffApproval: '1000',
    cashierFeePercent: '0.5',
    cashierMin: '5',
  },
  USDT: { transferMin: '1', transferMax: '1000', topUpApproval: '3000', writeOffApproval: '1000' },
};

type Tariff = { feeBps?: number; fee?: string; min: string; max: string };

/** Methods that wallets are topped up and withdrawn by: a system, directly, by hand. */
const byMethod: { code: string; topUp?: Tariff; withdraw?: Tariff }[] = [
  {
    code: 'SBERRUB',
    topUp: { min: '500', max: '300000' },
    withdraw: { feeBps: 50, fee: '25', min: '1000', max: '150000' },
  },
  { code: 'SBPRUB', withdraw: { feeBps: 30, min: '500', max: '100000' } },
  {
    code: 'SIMCARDRUB',
    topUp: { feeBps: 150, min: '300', max: '150000' },
    withdraw: { feeBps: 100, min: '1000', max: '100000' },
  },
  {
    code: 'SIMWALUSD',
    topUp: { feeBps: 80, min: '10', max: '5000' },
    withdraw: { feeBps: 60, min: '20', max: '2000' },
  },
  { code: 'USDTTRC20', topUp: { min: '10', max: '10000' } },
  { code: 'USDTBEP20', withdraw: { fee: '0.8', min: '10', max: '5000' } },
];

const market = (spreadPercent: string) => ({ rateKind: 'market', spreadPercent });
const fixed = (fixedIn: string, fixedOut: string) => ({ rateKind: 'fixed', fixedIn, fixedOut });

const directions: { from: string; to: string; type: string; rate: Record<string, string>; usual: string }[] =
  [
    { from: 'WALLETRUB', to: 'USDTBEP20', type: 'automatic', rate: market('1.1'), usual: '3' },
    { from: 'WALLETRUB', to: 'USDTTRC20', type: 'semi_automatic', rate: market('1'), usual: '20' },
    { from: 'WALLETRUB', to: 'BTC', type: 'semi_automatic', rate: market('1.6'), usual: '25' },
    { from: 'WALLETRUB', to: 'WALLETUSD', type: 'automatic', rate: market('0.8'), usual: '1' },
    { from: 'WALLETUSD', to: 'WALLETRUB', type: 'automatic', rate: market('0.8'), usual: '1' },
    { from: 'WALLETUSD', to: 'WALLETUSDT', type: 'automatic', rate: market('0.5'), usual: '1' },
    { from: 'WALLETUSDT', to: 'WALLETRUB', type: 'automatic', rate: market('0.7'), usual: '1' },
    { from: 'WALLETUSDT', to: 'SBERRUB', type: 'semi_automatic', rate: market('0.9'), usual: '20' },
    { from: 'SIMCARDRUB', to: 'WALLETUSD', type: 'automatic', rate: market('1.8'), usual: '2' },
    { from: 'USDTTRC20', to: 'WALLETRUB', type: 'automatic', rate: market('0.9'), usual: '15' },
    { from: 'ADVCUSD', to: 'WALLETUSD', type: 'semi_automatic', rate: fixed('1', '0.985'), usual: '15' },
  ];

/** Switches wallets on: assets, what tops them up and pays them out, and the exchanges that they are a side of. */
export async function seedWalletSetup(admin: Actor): Promise<void> {
  await saveWalletSettings({
    actor: admin,
    input: {
      on: 'on',
      titleEn: 'Wallet',
      titleRu: 'Кошелек',
      uses: ['exchange', 'products', 'invoices', 'transfers', 'withdrawals'],
      ownReversalMinutes: '10',
      maxOpenRequests: '3',
    },
  });
  for (const [assetCode, limits] of Object.entries(assets))
    await saveWalletAsset({ actor: admin, assetCode, input: { enabled: 'on', ...limits } });
  for (const { code, topUp, withdraw } of byMethod) await openMethod(code, topUp, withdraw);
  for (const { from, to, type, rate, usual } of directions)
    await saveDirection({
      actor: admin,
      isNew: true,
      fromCode: from,
      toCode: to,
      input: {
        ...rate,
        type,
        expiryMinutes: '60',
        usualMinutes: usual,
        enabled: 'on',
        sort: '40',
        tags: [],
      },
    });
}

async function openMethod(code: string, topUp?: Tariff, withdraw?: Tariff): Promise<void> {
  const { asset } = methodOf(code);
  const units = (text: string | undefined) => (text ? unitsOf(text, asset) : 0n);
  await prisma().paymentMethod.update({
    where: { code },
    data: {
      uses: ['exchange', ...(topUp ? ['topup'] : []), ...(withdraw ? ['withdrawal'] : [])],
      ...(topUp && {
        topUpFeeBps: topUp.feeBps ?? 0,
        topUpFeeUnits: units(topUp.fee),
        topUpMinUnits: units(topUp.min),
        topUpMaxUnits: units(topUp.max),
      }),
      ...(withdraw && {
        withdrawFeeBps: withdraw.feeBps ?? 0,
        withdrawFeeUnits: units(withdraw.fee),
        withdrawMinUnits: units(withdraw.min),
        withdrawMaxUnits: units(withdraw.max),
      }),
    },
  });
}

/** The one who stands at the till with a drawer, and the senior one without. */
export async function seedCashiers(admin: Actor, cashierId: string, seniorId: string): Promise<void> {
  const input = { mayWriteOff: 'on', assets: ['RUB', 'USD'], 'operation.RUB': '150000', 'day.RUB': '600000' };
  await saveCashier({
    actor: admin,
    userId: cashierId,
    input: { ...input, hasDrawer: 'on', 'operation.USD': '2000', 'day.USD': '8000' },
  });
  await saveCashier({
    actor: admin,
    userId: seniorId,
    input: { mayWriteOff: 'on', senior: 'on', assets: ['RUB', 'USD', 'USDT'] },
  });
}
