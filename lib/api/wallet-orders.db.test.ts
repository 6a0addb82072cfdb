import { expect, it } from 'vitest';
import { listDirections } from '@/lib/api/list-directions';
import { listMethods } from '@/lib/api/list-methods';
import { postOrder } from '@/lib/api/post-order';
import { postQuote } from '@/lib/api/post-quote';
import { call } from '@/lib/api/testing/call';
import { query } from '@/lib/db';
import { makeWalletOffice } from '@/lib/exchange/testing/wallet-office';

it('wallets are left out of the API’s lists, and an order with one is refused with the reason', async () => {
  await makeWalletOffice();
  const lists = await Promise.all([call(listMethods, {}), call(listDirections, {})]);
  for (const { status, body } of lists) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('WALLET');
  }
  const quote = await call(postQuote, { body: { from: 'WALLETRUB', to: 'WALLETUSDT', give: '1000' } });
  expect(quote.status).toBe(201);
  const order = await call(postOrder, {
    body: { quoteId: quote.body.id, email: 'a@example.com' },
    headers: { 'idempotency-key': 'wallet-order' },
  });
  expect(order).toMatchObject({ status: 401, body: { code: 'wallet_sign_in' } });
  expect(await query('SELECT id FROM orders')).toEqual([]);
});
