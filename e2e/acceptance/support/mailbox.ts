import { expect, type Page } from '@playwright/test';
import { query } from '@/lib/db';
import { customerDetails } from '../../support/orders';
import type { Bargain } from './guest';

type Letter = { code: string; to: string; state: string; tries: number; locale: string };

const office = 'desk@kantor.test';

/** All letters of the order are these, each sent at the first try and never twice, in the language of its reader. */
export async function expectLetters(
  { orderId, email }: Pick<Bargain, 'orderId' | 'email'>,
  locale: 'en' | 'ru',
  codes: string[],
): Promise<void> {
  const expected = codes.map((code): Letter => {
    const toOffice = code.startsWith('A');
    return {
      code,
      to: toOffice ? office : email,
      state: 'sent',
      tries: 1,
      locale: toOffice ? 'en' : locale,
    };
  });
  const byCode = (one: Letter, other: Letter) => one.code.localeCompare(other.code);
  const found = async () =>
    (
      await query<Letter>(
        `SELECT code, to_address AS "to", state::text, tries, locale FROM letters WHERE order_id = $1`,
        [orderId],
      )
    ).sort(byCode);
  await expect.poll(found).toEqual(expected.sort(byCode));
}

/** The mailbox lists what the customer got, and what the office got of the order. */
export async function expectMailbox(page: Page, { email, orderId }: Bargain, codes: string[]): Promise<void> {
  const rows = page.getByRole('row').filter({ hasText: orderId });
  await page.goto(`/en/admin/letters?to=${email}`);
  const toCustomer = codes.filter((code) => code.startsWith('U'));
  await expect(rows).toHaveCount(toCustomer.length);
  for (const code of toCustomer) await expect(rows.filter({ hasText: `${code} ·` })).toContainText('Sent');
  for (const code of codes.filter((one) => one.startsWith('A'))) {
    await page.goto(`/en/admin/letters?to=${office}&code=${code}`);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Sent');
  }
}

/**
 * Opens the customer's letter in the mailbox: the amounts he agreed to, the details of both sides and the link to his
 * page, and whatever else it must say.
 */
export async function expectLetterSays(
  page: Page,
  bargain: Bargain,
  code: string,
  { amounts, words }: { amounts: string[]; words: string[] },
): Promise<void> {
  await page.goto(`/en/admin/letters?to=${bargain.email}&code=${code}`);
  await page.getByRole('row').filter({ hasText: bargain.orderId }).getByRole('link').first().click();
  const letter = page.frameLocator('iframe');
  const body = letter.locator('body');
  for (const text of [...amounts, customerDetails.holder, customerDetails.address, ...words])
    await expect(body).toContainText(text);
  for (const card of await officeDetails(bargain.orderId)) await expect(body).toContainText(card);
  await expect(letter.locator(`a[href="${bargain.url}"]`).first()).toBeAttached();
}

/** Where the customer was asked to pay to. */
export async function officeDetails(orderId: string): Promise<string[]> {
  const rows = await query<{ value: string }>(
    `SELECT line->>'value' AS value FROM orders, jsonb_array_elements(pay_to) AS line WHERE orders.id = $1`,
    [orderId],
  );
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(({ value }) => value);
}
