import { randomUUID } from 'node:crypto';
import { sealDraft } from '@/app/[locale]/cabinet/wallet/transfer/draft';
import type { UserActor } from '@/lib/auth/actor';
import { createQuote } from '@/lib/exchange/create-quote';
import { goodCard } from '@/lib/exchange/testing/orders';
import type { TestHolder } from '@/lib/wallet/testing/wallets';
import type { Press } from './server-actions';

/** Somebody who is signed in. */
export type Signed<T> = T & { cookie: string };

type Amount = { asset: string; amount: string };

/** The confirmation of a transfer's page: the page's draft is made once, and may be sent often. */
export async function transferPress(
  { userId, cookie }: Signed<TestHolder>,
  to: TestHolder,
  { asset, amount }: Amount,
): Promise<Press> {
  const draft = await sealDraft({
    userId,
    number: to.number,
    maskedName: 'X.',
    asset,
    amount,
    left: '0',
    comment: '',
    key: randomUUID(),
  });
  return {
    page: '/en/cabinet/wallet/transfer',
    action: ['app/[locale]/cabinet/wallet/transfer/actions.ts', 'send'],
    fields: { draft },
    cookie,
  };
}

/** "Pay from the wallet" on the order form of an exchange from wallet to wallet. */
export async function exchangePress(
  { actor, cookie }: Signed<{ actor: UserActor }>,
  give: string,
): Promise<{ press: Press; quoteId: string }> {
  const [from, to] = ['WALLETRUB', 'WALLETUSDT'];
  const { id: quoteId } = await createQuote({ from, to, side: 'give', amount: give });
  const press: Press = {
    page: `/en/exchange/${from}-${to}/order?quote=${quoteId}`,
    action: ['app/[locale]/(site)/exchange/[pair]/order/actions.ts', 'submitOrder'],
    fields: { quoteId, email: actor.email, consent: 'on', payFromWallet: 'on' },
    cookie,
  };
  return { press, quoteId };
}

/** The confirmation of an operation at the till. */
export function tillPress(
  cashier: { cookie: string },
  kind: 'top_up' | 'write_off',
  { number, asset, amount }: Amount & { number: string },
): Press {
  const key = randomUUID();
  const isTopUp = kind === 'top_up';
  return {
    page: isTopUp ? '/en/cashier' : '/en/cashier/write-off',
    action: ['app/[locale]/cashier/actions.ts', isTopUp ? 'topUpAction' : 'writeOffAction'],
    fields: {
      step: 'confirm',
      idempotencyKey: key,
      number,
      asset,
      amount,
      ...(isTopUp
        ? { moneyKind: 'card', receiptNumber: `R-${key}`, comment: '' }
        : { reason: 'mistake', comment: 'counted twice' }),
    },
    cookie: cashier.cookie,
  };
}

/** A reversal at the till. */
export function reversePress(cashier: { cookie: string }, operationId: string): Press {
  return {
    page: `/en/cashier/operations/${operationId}`,
    action: ['app/[locale]/cashier/actions.ts', 'reverseAction'],
    fields: { operationId, reason: 'a slip of the hand' },
    cookie: cashier.cookie,
  };
}

/** The confirmation of a withdrawal. */
export function withdrawPress({ cookie }: { cookie: string }, methodCode: string, amount: string): Press {
  return {
    page: '/en/cabinet/wallet/withdraw',
    action: ['app/[locale]/cabinet/wallet/withdraw/actions.ts', 'confirmAction'],
    fields: { methodCode, amount, fee: '0.00', pageKey: randomUUID(), 'get.card': goodCard },
    cookie,
  };
}
