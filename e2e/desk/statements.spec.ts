import { randomInt } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { query } from '@/lib/db';
import { enterNew } from '../support/people';

/** A method whose columns no other story tells. */
async function statementsOf(code: string): Promise<string> {
  const [method] = await query<{ id: string }>('SELECT id FROM payment_methods WHERE code = $1', [code]);
  return `/en/desk/statements?method=${method?.id}`;
}

const columns = (page: Page) => page.locator('details').filter({ hasText: 'Which column is what' });

/** Reads the file with the amounts out of that column. */
async function read(page: Page, file: { name: string; text: string }, amount: string): Promise<void> {
  await page
    .getByLabel(/^File of the bank/)
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  const select = columns(page).getByLabel('Amount (outgoing with a minus)');
  await expect(columns(page)).toBeVisible();
  if (!(await select.isVisible())) await columns(page).locator('summary').click();
  await select.selectOption({ label: amount });
  await page.getByRole('button', { name: 'Read the statement' }).click();
}

/** The figures however they are set in groups. */
const grouped = (figures: string) => new RegExp([...figures].join('\\D?'));

test('a statement that was read by a wrong column is taken out and read anew; what another file tells stays', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const number = randomInt(100_000, 999_999);
  const payer = `Ann Smith ${number}`;
  const header = 'Date,Balance,Amount,Payer';
  const row = `2026-11-02,900${number}.00,${number}.00,${payer}`;
  const file = { name: `november-${number}.csv`, text: `${header}\n${row}\n` };
  const later = {
    name: `autumn-${number}.csv`,
    text: `${header}\n${row}\n2026-11-03,1.00,7.00,Other ${number}\n`,
  };
  const path = await statementsOf('KSPBKZT');
  const lines = page.getByRole('row').filter({ hasText: payer });
  const fileRow = ({ name }: { name: string }) => page.getByRole('row').filter({ hasText: name });
  const takeOut = async (which: { name: string }) => {
    await fileRow(which).filter({ hasText: 'Take out' }).getByRole('button', { name: 'Take out' }).click();
    const dialog = page.locator('dialog[open]');
    await expect(dialog).toContainText(`Take ${which.name} out?`);
    await dialog.getByRole('button', { name: 'Take out' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(fileRow(which)).toHaveCount(0);
  };

  await page.goto(`${path}&state=unmatched`);
  await read(page, file, '2. Balance');
  await expect(page.getByText('1 new payment')).toBeVisible();
  await expect(lines).toContainText(grouped(`900${number}`));

  await takeOut(file);
  await expect(lines).toHaveCount(0);
  await expect(page.getByText('1 new payment')).toHaveCount(0);

  await read(page, file, '3. Amount');
  await expect(page.getByText('1 new payment')).toBeVisible();
  await expect(lines).not.toContainText(grouped(`900${number}`));
  await expect(lines).toContainText(grouped(String(number)));

  await read(page, later, '3. Amount');
  await expect(page.getByText('1 new payment, 1 known already')).toBeVisible();
  await takeOut(file);
  await expect(lines).toHaveCount(1);
  await expect(fileRow(later)).toContainText('2, decided 0');
});
