import { beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { makeOffice, registered, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { makeOrder, theOrder } from '@/lib/exchange/testing/orders';
import { lastPayment } from '@/lib/exchange/testing/payments';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { saveSettings } from '@/lib/save-settings';
import { officeSettings } from '@/lib/settings';

const owner = staff('owner');
const admin = staff('admin');
const ownOrder = { code: 'own_order' };

/** The form of the settings with the box as told. */
const settings = (ownOrders: boolean) => ({
  officeName: 'Kantor',
  timeZone: 'Europe/Moscow',
  opensAt: '00:00',
  closesAt: '24:00',
  workDays: ['1', '2', '3', '4', '5', '6', '7'],
  open: 'on',
  quoteMinutes: '10',
  maxOpenOrdersPerEmail: '3',
  maxOpenOrdersPerAddress: '100',
  expiryWarningMinutes: '10',
  contactEmail: 'support@kantor.test',
  ...(ownOrders && { ownOrders: 'on' }),
});

let office: TestOffice;
let operator: UserActor;
let orderId: string;

beforeEach(async () => {
  await saveSettings({ actor: owner, input: settings(false) });
  office = await makeOffice();
  operator = await registered(staff('operator'));
  ({ orderId } = await makeOrder(office, { actor: operator }));
  await query(`UPDATE orders SET type = 'operator', status = 'pending_processing' WHERE id = $1`, [orderId]);
});

const confirm = async (actor: UserActor) =>
  confirmDirectPayment({ actor, paymentId: (await lastPayment(orderId)).id, amount: '60000' });

describe('staff with an order of their own', () => {
  it('do not confirm its money, schedule it unpaid, or complete it; another person does', async () => {
    await expect(confirm(operator)).rejects.toMatchObject(ownOrder);
    await expect(finalizeOrder({ orderId, actor: operator })).rejects.toMatchObject(ownOrder);
    const sendAt = addMinutes(now(), 60);
    await expect(scheduleTransfer({ orderId, actor: operator, sendAt })).rejects.toMatchObject(ownOrder);
    expect(await theOrder(orderId)).toMatchObject({ status: 'pending_processing', receivedUnits: 0n });

    const colleague = staff('operator');
    await confirm(colleague);
    await expect(finalizeOrder({ orderId, actor: operator })).rejects.toMatchObject(ownOrder);
    expect((await theOrder(orderId)).status).toBe('funds_received');
    await finalizeOrder({ orderId, actor: colleague });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('do all of it where the owner allows it, in an office of one person', async () => {
    await saveSettings({ actor: owner, input: settings(true) });
    await confirm(operator);
    await finalizeOrder({ orderId, actor: operator });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('are allowed it by the owner alone: what an admin saves leaves it as it is', async () => {
    await saveSettings({ actor: admin, input: settings(true) });
    expect((await officeSettings()).ownOrders).toBe(false);
    await saveSettings({ actor: owner, input: settings(true) });
    await saveSettings({ actor: admin, input: settings(false) });
    expect((await officeSettings()).ownOrders).toBe(true);
  });
});
