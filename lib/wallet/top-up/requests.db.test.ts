import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { closeDatabase, inTransaction, query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { cancelTopUp } from './cancel-top-up';
import { createTopUp } from './create-top-up';
import { creditRequest } from './credit-request';
import { declineRequest } from './decline-request';
import { mayReadTopUpReceipt } from './receipt-access';
import { releaseRequest, takeRequest } from './take-request';
import {
  customer,
  lettersOf,
  makeCashier,
  makeTopUpOffice,
  requestOf,
  theTopUp,
} from './testing/top-up-office';
import { waitingRequestCount, waitingRequests } from './waiting-requests';

afterAll(closeDatabase);

let ann: UserActor;
let cashier: UserActor;

beforeEach(async () => {
  await makeTopUpOffice('direct');
  ann = await customer();
  cashier = await makeCashier();
});

const pdf = { bytes: Buffer.from('%PDF-1.4\n%%EOF\n'), name: 'a.pdf' };

async function request(actor = ann): Promise<string> {
  return (await createTopUp({ actor, ...requestOf({ receipt: pdf }) })).topUpId;
}

const idsFor = async (actor: UserActor) => (await waitingRequests(actor)).map(({ id }) => id);

const credit = (topUpId: string, more: Partial<Parameters<typeof creditRequest>[2]> = {}) =>
  inTransaction((tx) =>
    creditRequest(tx, topUpId, {
      operationId: newId('tlo'),
      userId: ann.userId,
      asset: 'RUB',
      creditedUnits: 99_000n,
      feeUnits: 1_000n,
      by: 'Cashier',
      ...more,
    }),
  );

describe('a request to a cashier', () => {
  it('stands in the queue of those who work with its asset, with the number and the masked name', async () => {
    await query(`UPDATE users SET name = 'Ann Mary Smith' WHERE id = $1`, [ann.userId]);
    const topUpId = await request();
    const [found] = (await waitingRequests(cashier)).filter(({ id }) => id === topUpId);
    expect(found).toMatchObject({
      userId: ann.userId,
      walletNumber: expect.stringMatching(/^\d{10}$/),
      maskedName: 'Ann S.',
      amount: '1000.00',
      asset: 'RUB',
      moneyKind: 'cash',
      takenBy: null,
    });
    expect(await waitingRequestCount(cashier)).toBe((await idsFor(cashier)).length);
    expect(await idsFor(await makeCashier(['USD']))).not.toContain(topUpId);
    // His own wallet is another cashier's.
    await query(
      'INSERT INTO cashiers (user_id, has_drawer, created_at, created_by, updated_at) VALUES ($1, false, now(), $2, now())',
      [ann.userId, 'test'],
    );
    await query(`INSERT INTO cashier_limits (user_id, asset_code) VALUES ($1, 'RUB')`, [ann.userId]);
    expect(await idsFor(ann)).not.toContain(topUpId);
    await expect(takeRequest({ actor: ann, topUpId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(declineRequest({ actor: ann, topUpId, reason: 'no reason' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is seen by nobody who is no cashier, or is suspended', async () => {
    const topUpId = await request();
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [cashier.userId]);
    for (const actor of [cashier, staff('operator'), staff('admin'), await customer()]) {
      await expect(waitingRequests(actor)).rejects.toMatchObject({ code: 'cashier_off' });
      await expect(takeRequest({ actor, topUpId })).rejects.toMatchObject({ code: 'cashier_off' });
      await expect(declineRequest({ actor, topUpId, reason: 'no reason' })).rejects.toMatchObject({
        code: 'cashier_off',
      });
    }
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'waiting', takenBy: null });
  });

  it('is taken by one, taken over by another, and put back; its customer cannot give it up meanwhile', async () => {
    const topUpId = await request();
    expect(await takeRequest({ actor: cashier, topUpId })).toMatchObject({ takenBy: { id: cashier.userId } });
    await expect(cancelTopUp({ actor: ann, topUpId })).rejects.toMatchObject({
      code: 'top_up_moved',
      params: { status: 'claimed' },
    });
    const other = await makeCashier();
    expect(await takeRequest({ actor: other, topUpId })).toMatchObject({ takenBy: { id: other.userId } });
    await releaseRequest(topUpId);
    await releaseRequest(topUpId);
    await cancelTopUp({ actor: ann, topUpId });
    await expect(takeRequest({ actor: cashier, topUpId })).rejects.toMatchObject({ code: 'not_found' });
    await releaseRequest(topUpId);
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'canceled' });
  });

  it('is credited once, and only to its own wallet in its own asset', async () => {
    const topUpId = await request();
    const eve = await customer();
    await expect(credit(topUpId, { userId: eve.userId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(credit(topUpId, { asset: 'USD' })).rejects.toMatchObject({ code: 'not_found' });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => credit(topUpId)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await theTopUp(topUpId)).toMatchObject({
      status: 'credited',
      creditedUnits: 99_000n,
      feeUnits: 1_000n,
      decidedBy: 'Cashier',
    });
    await expect(declineRequest({ actor: cashier, topUpId, reason: 'too late' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await idsFor(cashier)).not.toContain(topUpId);
  });

  it('is declined with a reason, a letter and a record of who did it', async () => {
    const topUpId = await request();
    await expect(declineRequest({ actor: cashier, topUpId, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: { key: 'required' } },
    });
    await declineRequest({ actor: cashier, topUpId, reason: 'No such receipt.' });
    expect(await theTopUp(topUpId)).toMatchObject({ status: 'declined', reason: 'No such receipt.' });
    expect(await lettersOf(ann)).toEqual(['top_up_declined']);
    expect(await query(`SELECT actor_id, action FROM audit_records WHERE subject = $1`, [topUpId])).toEqual([
      { actor_id: cashier.userId, action: 'top_up.decline' },
    ]);
    await expect(credit(topUpId)).rejects.toMatchObject({ code: 'top_up_moved' });
  });

  it('shows its picture to its customer, the desk and cashiers who could credit it, and to nobody else', async () => {
    const { receiptFileId } = await theTopUp(await request());
    const may = (actor: Parameters<typeof mayReadTopUpReceipt>[1]) =>
      mayReadTopUpReceipt(receiptFileId ?? '', actor);
    for (const actor of [ann, cashier, staff('operator'), staff('support')])
      expect(await may(actor)).toBe(true);
    const suspended = await makeCashier();
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [suspended.userId]);
    for (const actor of [await customer(), suspended, await makeCashier(['USD']), staff('cashier')])
      expect(await may(actor)).toBe(false);
    expect(await may({ kind: 'guest', ip: '192.0.2.1' })).toBe(false);
    expect(await mayReadTopUpReceipt('fil_0000000000000000', ann)).toBe(false);
  });
});
