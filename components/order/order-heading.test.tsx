import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { OrderView } from '@/lib/exchange/order-view';
import common from '@/messages/en/common.json';
import en from '@/messages/en/order.json';
import status from '@/messages/en/status.json';
import { OrderHeading } from './order-heading';

const side = { code: 'A', kind: 'bank', titles: { en: 'A', ru: 'A' }, scale: 2, logoFileId: null };

function words(order: object): string {
  const view = {
    id: 'ord_1',
    status: 'pending_processing',
    exception: null,
    type: 'operator',
    from: { ...side, asset: 'RUB', amount: '5000.00' },
    to: { ...side, asset: 'USD', amount: '50.00' },
    giveRequisites: [],
    getRequisites: [],
    received: null,
    scheduledFor: null,
    expiresAt: '2026-11-22T10:00:00.000Z',
    may: { pay: false, payFromWallet: false, claim: true, claimLate: false, cancel: true },
    ...order,
  } as Partial<OrderView> as OrderView;
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ order: en, status, common }}
      timeZone="UTC"
      now={new Date()}
    >
      <OrderHeading order={view} locale="en" secondsLeft={60} />
    </NextIntlClientProvider>,
  ).replaceAll('\u00a0', ' ');
}

const payment = (amount: string) => ({ status: 'created', amount, system: null, expiresAt: null });

it('says to pay what is asked below it, though that differs from what was agreed by a few kopecks', () => {
  expect(words({ payment: payment('5000.03') })).toContain('Pay 5,000.03 RUB by the details below');
});

it('says to pay the rest alone where a part has come', () => {
  const told = words({ payment: payment('1000.00'), received: '4000.00', exception: 'underpaid' });
  expect(told).toContain('4,000.00 RUB have arrived. Pay the missing 1,000.00 RUB');
  expect(told).not.toContain('Pay 5,000');
});
