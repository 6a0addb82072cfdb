import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { saveConnection } from '@/lib/payments/connections/save-connection';
import type { DirectionSeed } from './directions';
import { card, coin, purse } from './fields';
import { instructions } from './instructions';
import type { MethodSeed } from './method-seed';

/** How the demo's shop is called at the simulator. */
export const demoShop = 'kantor-demo';

type SystemMethodSeed = MethodSeed & { system: NonNullable<MethodSeed['system']> };

const none = { en: '', ru: '' };

/** Methods that money comes and goes by through the simulator, so that the demo shows all three exchange types. */
export const systemMethods: SystemMethodSeed[] = [
  {
    code: 'SIMCARDRUB',
    kind: 'card',
    asset: 'RUB',
    titles: { en: 'Card online, simulator', ru: 'Карта онлайн, симулятор' },
    fields: [card('get')],
    instructions: none,
    minIn: '4000',
    maxIn: '300000',
    minOut: '1000',
    maxOut: '300000',
    reserve: '1200000',
    qrKind: 'none',
    office: [],
    defaultType: 'automatic',
    system: { payIn: true, payOut: true },
  },
  {
    code: 'SIMWALUSD',
    kind: 'emoney',
    asset: 'USD',
    titles: { en: 'E-wallet, simulator', ru: 'Электронный кошелек, симулятор' },
    fields: [
      purse('give', 'volet', { en: 'Your wallet', ru: 'Ваш кошелек' }),
      purse('get', 'volet', { en: 'Wallet to be paid to', ru: 'Кошелек для зачисления' }),
    ],
    instructions: none,
    minIn: '50',
    maxIn: '10000',
    minOut: '20',
    maxOut: '10000',
    reserve: '24000',
    qrKind: 'none',
    office: [],
    defaultType: 'semi_automatic',
    payerMustMatch: true,
    toleranceBps: 10,
    system: { payIn: true, payOut: true },
  },
  {
    code: 'USDTBEP20',
    kind: 'crypto',
    asset: 'USDT',
    titles: { en: 'Tether BEP-20, simulator', ru: 'Tether BEP-20, симулятор' },
    fields: [coin('ethereum', 'BNB Smart Chain')],
    instructions: instructions.coin,
    payOutFee: '0.5',
    minIn: '20',
    maxIn: '20000',
    minOut: '15',
    maxOut: '20000',
    reserve: '45000',
    qrKind: 'coin',
    office: [],
    system: { payIn: false, payOut: true },
  },
];

/** By the simulator on one side or both. They take no part in the demo's direct orders. */
export const systemDirections: DirectionSeed[] = [
  {
    from: 'SIMCARDRUB',
    to: 'USDTBEP20',
    type: 'automatic',
    spreadBps: 220,
    expiryMinutes: 60,
    usualMinutes: 1,
  },
  {
    from: 'SIMCARDRUB',
    to: 'SIMWALUSD',
    type: 'automatic',
    spreadBps: 240,
    expiryMinutes: 60,
    usualMinutes: 1,
  },
  {
    from: 'SIMWALUSD',
    to: 'USDTBEP20',
    type: 'automatic',
    spreadBps: 130,
    expiryMinutes: 60,
    usualMinutes: 1,
  },
  {
    from: 'SIMWALUSD',
    to: 'SIMCARDRUB',
    type: 'semi_automatic',
    spreadBps: 210,
    expiryMinutes: 60,
    usualMinutes: 15,
    getStep: '1',
  },
  {
    from: 'SIMCARDRUB',
    to: 'BTC',
    type: 'semi_automatic',
    spreadBps: 260,
    expiryMinutes: 60,
    usualMinutes: 20,
  },
];

/** The office's account with the simulator, which holds there what the reserves say. */
export async function seedConnection(actor: Actor): Promise<string> {
  const opening: Record<string, string> = {};
  for (const { asset, reserve } of systemMethods) opening[asset] = reserve;
  await query(
    `INSERT INTO simulator_shops (shop, payouts, opening, updated_at) VALUES ($1, 'by_rule', $2, $3)`,
    [demoShop, JSON.stringify(opening), now()],
  );
  return saveConnection({
    actor,
    systemCode: 'simulator',
    connectionId: null,
    input: {
      label: 'Simulator of the demo',
      enabled: 'on',
      'settings.shop': demoShop,
      'settings.secret': 'made up for the demo, worth nothing',
      'settings.feePercent': '1',
    },
  });
}
