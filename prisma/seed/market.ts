import type { Actor } from '@/lib/auth/actor';
import { saveMarketRate } from '@/lib/catalog/save-market-rate';
import { decimal, multiply, toDecimal } from '@/lib/decimal';
import { marketRates } from './assets';
import { type Chance, chance } from './chance';
import type { Timeline } from './timeline';

const everyDays = 6;
const days = 60;

/** The admin types the market anew every few days, and for the last time an hour ago. */
export function seedMarket(timeline: Timeline, admin: Actor): void {
  const dice = chance(96_450);
  for (let daysAgo = days - everyDays; daysAgo > 0; daysAgo -= everyDays) {
    timeline.add(Date.now() - daysAgo * 86_400_000, () => typeRates(admin, dice));
  }
  timeline.add(Date.now() - 3_600_000, () => typeRates(admin, null));
}

/** With chance: up to two per cent around the demo's prices. Without: just these. */
async function typeRates(admin: Actor, dice: Chance | null): Promise<void> {
  for (const { base, quote, price } of marketRates) {
    const off = dice === null || base === 'USDT' ? 0 : dice.whole(-200, 200);
    const typed = multiply(decimal(price), { num: BigInt(10_000 + off), den: 10_000n });
    const places = price.includes('.') ? (price.split('.')[1]?.length ?? 0) : 0;
    await saveMarketRate({
      actor: admin,
      input: { baseCode: base, quoteCode: quote, price: toDecimal(typed, places, 'floor') },
    });
  }
}
