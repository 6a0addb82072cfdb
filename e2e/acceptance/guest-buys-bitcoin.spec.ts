import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { customerDetails } from '../support/orders';
import { enterNew } from '../support/people';
import { exact, expectBalancedEntries, expectTransfer, exportByEmail } from './support/books';
import {
  type Bargain,
  claimPayment,
  expectNeverReloaded,
  expectStatus,
  leaveOpen,
  makeOrderFromFrontPage,
} from './support/guest';
import { expectLetterSays, expectLetters, expectMailbox, officeDetails } from './support/mailbox';

test.afterAll(closeDatabase);
// From the first page to the last letter: on a busy machine longer than one page's story may take.
test.slow();

/** Somebody of the office in a browser of his own. */
async function officePage(browser: Browser, role: 'operator' | 'admin'): Promise<Page> {
  const context = await browser.newContext();
  await enterNew(context, { roles: [role], name: 'Olga Operator' });
  return await context.newPage();
}

/** The operator finds the order in the list and takes this step from its row. */
async function askFromList(desk: Page, { orderId, email }: Bargain, step: string): Promise<Locator> {
  await desk.goto(`/en/desk?status=all&email=${email}`);
  await desk.getByRole('button', { name: `Steps of order ${orderId}` }).click();
  await desk.getByRole('menuitem', { name: step, exact: true }).click();
  return desk.getByRole('dialog', { name: new RegExp(`^${step} the `) });
}

const amountsOf = ({ get }: Bargain) => ['6,400.00 RUB', `${get} BTC`];

/** What the books hold of the payment and of the payout, whether in one transfer or in two. */
const received = { account: 'Reserve SBERRUB', debit: '6,400.00 RUB', credit: '' };
const paidOut = ({ get }: Bargain) => ({
  account: 'Reserve BTC',
  debit: '',
  credit: `${exact(get, 8)} BTC`,
});

async function expectExported(desk: Page, bargain: Bargain, given: Record<string, string>): Promise<void> {
  const rows = await exportByEmail(desk, bargain);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    id: bargain.orderId,
    from_code: 'SBERRUB',
    give: bargain.give,
    to_code: 'BTC',
    get: exact(bargain.get, 8),
    email: bargain.email,
    give_requisites: `holder: ${customerDetails.holder}`,
    get_requisites: `address: ${customerDetails.address}`,
    ...given,
  });
  for (const detail of await officeDetails(bargain.orderId)) expect(rows[0]?.pay_to).toContain(detail);
}

test('a guest buys bitcoin; the operator skips the first step and finalizes from the list; his page, letters, books and the export agree', async ({
  page,
  browser,
}) => {
  const bargain = await makeOrderFromFrontPage(page);
  await leaveOpen(page);
  await claimPayment(page);

  const desk = await officePage(browser, 'operator');
  const dialog = await askFromList(desk, bargain, 'Finalize');
  await expect(dialog).toContainText(`${bargain.get} BTC`);
  await dialog.getByLabel('Reference of the payment').fill('tx-77a1');
  await dialog.getByLabel('Note').fill('Sent, one confirmation is enough.');
  await dialog.getByRole('button', { name: 'Confirm: sent' }).click();
  await expectStatus(page, 'Completed');
  await expect(page.getByText('tx-77a1')).toBeVisible();
  await expect(page.getByText('Sent, one confirmation is enough.')).toBeVisible();
  await expectNeverReloaded(page);

  const codes = ['U1', 'A3', 'A4', 'U3'];
  await expectLetters(bargain, 'en', codes);
  const admin = await officePage(browser, 'admin');
  await expectMailbox(admin, bargain, codes);
  const amounts = amountsOf(bargain);
  await expectLetterSays(admin, bargain, 'U1', { amounts, words: ['Your order is accepted'] });
  const words = ['Your exchange is completed', 'tx-77a1', 'Sent, one confirmation is enough.'];
  await expectLetterSays(admin, bargain, 'U3', { amounts, words });
  await expectBalancedEntries(admin, bargain.orderId, ['Amount held', 'Exchange completed']);
  await expectTransfer(admin, 'Exchange completed', [received, paidOut(bargain)]);
  await expectExported(desk, bargain, {
    status: 'completed',
    operator: 'Olga Operator',
    payer: 'Anna K.',
    payment_reference: 'SB-20611',
    payout_reference: 'tx-77a1',
  });
});

test('the operator announces date and text first, then finalizes; the customer is told at both steps', async ({
  page,
  browser,
}) => {
  const bargain = await makeOrderFromFrontPage(page);
  await leaveOpen(page);
  await claimPayment(page);

  const desk = await officePage(browser, 'operator');
  const schedule = await askFromList(desk, bargain, 'Schedule');
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await schedule.getByLabel('When the money will be sent').fill(`${day}T18:30`);
  await schedule.getByLabel('Text').fill('Tomorrow, after the network calms down.');
  await schedule.getByRole('button', { name: 'Confirm the receipt' }).click();
  await expectStatus(page, 'Pending funds transfer');
  await expect(page.getByText('Tomorrow, after the network calms down.')).toBeVisible();
  // Half past six in Moscow, where the office is.
  await expect(page.locator(`time[datetime="${day}T15:30:00.000Z"]`).first()).toBeVisible();

  const finalize = await askFromList(desk, bargain, 'Finalize');
  await finalize.getByRole('button', { name: 'Confirm: sent' }).click();
  await expectStatus(page, 'Completed');
  await expectNeverReloaded(page);

  const codes = ['U1', 'A3', 'A4', 'U2', 'U3'];
  await expectLetters(bargain, 'en', codes);
  const admin = await officePage(browser, 'admin');
  await expectMailbox(admin, bargain, codes);
  const words = ['Tomorrow, after the network calms down.', '18:30'];
  await expectLetterSays(admin, bargain, 'U2', { amounts: amountsOf(bargain), words });
  const kinds = ['Amount held', 'Money received', 'Exchange completed'];
  await expectBalancedEntries(admin, bargain.orderId, kinds);
  await expectTransfer(admin, 'Money received', [received]);
  await expectBalancedEntries(admin, bargain.orderId, kinds);
  await expectTransfer(admin, 'Exchange completed', [paidOut(bargain)]);
  await expectExported(desk, bargain, {
    status: 'completed',
    scheduled_text: 'Tomorrow, after the network calms down.',
    scheduled_for: `${day}T18:30:00.000+03:00`,
  });
});

test('the operator cancels with a reason: the customer reads it on his page and in one letter, and nothing is posted', async ({
  page,
  browser,
}) => {
  const bargain = await makeOrderFromFrontPage(page);
  await leaveOpen(page);

  const desk = await officePage(browser, 'operator');
  const dialog = await askFromList(desk, bargain, 'Cancel');
  await dialog.getByLabel(/^Reason/).fill('The name of the payer is not yours.');
  await dialog.getByRole('button', { name: 'Cancel the order' }).click();
  await expectStatus(page, 'Canceled');
  await expect(page.getByText('The name of the payer is not yours.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I have paid' })).toHaveCount(0);
  await expectNeverReloaded(page);

  const codes = ['U1', 'A3', 'U4'];
  await expectLetters(bargain, 'en', codes);
  const admin = await officePage(browser, 'admin');
  await expectMailbox(admin, bargain, codes);
  const words = ['The name of the payer is not yours.'];
  await expectLetterSays(admin, bargain, 'U4', { amounts: amountsOf(bargain), words });
  await expectBalancedEntries(admin, bargain.orderId, ['Amount held', 'Hold released']);
  await expect(admin.getByText('Money received')).toHaveCount(0);
  await expectExported(desk, bargain, {
    status: 'canceled',
    canceled_by: 'operator',
    cancel_reason: 'The name of the payer is not yours.',
  });
});
