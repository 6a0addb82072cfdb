import type { UserActor } from '@/lib/auth/actor';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { startPayment } from '@/lib/payments/start-payment';
import { cancelTopUp } from '@/lib/wallet/top-up/cancel-top-up';
import { expireTopUps } from '@/lib/wallet/top-up/expire-top-ups';
import { unitsOf } from './catalog';
import type { Timeline } from './timeline';
import {
  askCashier,
  exchange,
  payBySimulator,
  payOut,
  send,
  topUpBySystem,
  topUpDirectly,
  withdraw,
} from './wallet-acts';
import type { Holder, WalletPeople } from './wallet-people';

const minutes = { day: 1_440, hour: 60 };

/** What customers did with their wallets without a cashier, and what waits for somebody now. */
export function seedWalletStories(timeline: Timeline, people: WalletPeople, operator: UserActor): void {
  const { konrad, anna, dmitry, tatyana, james, marek } = people.holders;
  const present = Date.now();
  const at = (ago: { days?: number; hours?: number; minutes?: number }, run: () => Promise<unknown>) => {
    const { days = 0, hours = 0, minutes: rest = 0 } = ago;
    timeline.add(present - (days * minutes.day + hours * minutes.hour + rest) * 60_000, run);
  };
  const finalizes = (made: { orderId: string }) =>
    finalizeOrder({
      orderId: made.orderId,
      actor: operator,
      note: '',
      payoutReference: `TX-${made.orderId.slice(-8)}`,
    });
  const buys = (holder: Holder, to: string, amount: string) => () =>
    exchange(holder, { from: 'WALLETRUB', to, units: unitsOf(amount, 'RUB') });
  const confirmedBy = operator;

  at({ days: 41 }, () => topUpBySystem(konrad, { code: 'SIMCARDRUB', amount: '30000' }));
  at({ days: 34 }, async () => finalizes(await buys(konrad, 'USDTTRC20', '10000')()));
  at({ days: 30 }, () => topUpBySystem(james, { code: 'SIMWALUSD', amount: '900' }));
  at({ days: 22 }, () => topUpDirectly(konrad, { code: 'SBERRUB', amount: '15000', confirmedBy }));
  at({ days: 20 }, () => topUpBySystem(anna, { code: 'SIMCARDRUB', amount: '24000' }));
  at({ days: 16 }, () => topUpDirectly(dmitry, { code: 'SBERRUB', amount: '120000', confirmedBy }));
  at({ days: 13 }, () => send(konrad, anna, { amount: '2500', comment: 'За билеты' }));
  at({ days: 11 }, buys(anna, 'WALLETUSD', '9300'));
  at({ days: 10 }, async () =>
    payOut(await withdraw(anna, { code: 'SIMCARDRUB', amount: '5000' }), 'system'),
  );
  at({ days: 9 }, () => send(james, marek, { asset: 'USD', amount: '120', comment: 'Dinner in Gdańsk' }));
  at({ days: 6 }, async () => finalizes(await buys(dmitry, 'BTC', '40000')()));
  at({ days: 5 }, () =>
    exchange(james, { from: 'WALLETUSD', to: 'WALLETUSDT', units: unitsOf('200', 'USD') }),
  );
  at({ days: 4 }, () => topUpBySystem(tatyana, { code: 'SIMCARDRUB', amount: '3000', paid: false }));
  at({ days: 4, hours: -2 }, expireTopUps);
  at({ days: 2, hours: 5 }, async () =>
    payOut(await withdraw(konrad, { code: 'SBERRUB', amount: '6000' }), operator),
  );
  at({ days: 1, hours: 7 }, buys(konrad, 'WALLETUSD', '9000'));
  at({ days: 1, hours: 3 }, async () =>
    payOut(await withdraw(james, { code: 'SIMWALUSD', amount: '150' }), 'system'),
  );
  at({ hours: 9 }, () => send(dmitry, konrad, { amount: '1200', comment: 'Возвращаю долг' }));
  at({ hours: 6 }, async () => {
    const { orderId, secret } = await exchange(konrad, {
      from: 'SIMCARDRUB',
      to: 'WALLETUSD',
      units: unitsOf('5000', 'RUB'),
    });
    await startPayment({ orderId, reader: { secret }, locale: 'ru', ip: konrad.actor.ip });
    await payBySimulator(orderId);
  });
  at({ hours: 4 }, async () => {
    const topUpId = await askCashier(marek, { ...request, amount: '80', asset: 'USD' });
    await cancelTopUp({ actor: marek.actor, topUpId });
  });
  at({ hours: 3 }, buys(dmitry, 'USDTTRC20', '18000'));
  // From here on each waits for somebody.
  at({ hours: 2 }, () => withdraw(konrad, { code: 'SBERRUB', amount: '4000' }));
  at({ minutes: 95 }, () => withdraw(dmitry, { code: 'SBPRUB', amount: '12500' }));
  at({ minutes: 55 }, () => topUpDirectly(tatyana, { code: 'SBERRUB', amount: '6500' }));
  at({ minutes: 40 }, () =>
    askCashier(konrad, { ...request, amount: '7500', comment: 'Перевел на карту офиса, чек приложил' }),
  );
  at({ minutes: 25 }, () => askCashier(anna, { ...request, amount: '50000' }));
  at({ minutes: 12 }, () =>
    askCashier(james, { ...request, amount: '200', asset: 'USD', moneyKind: 'cash' }),
  );
}

const request = { asset: 'RUB', moneyKind: 'transfer', comment: '' } as const;
