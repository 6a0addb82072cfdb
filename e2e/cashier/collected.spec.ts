import { randomInt } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { expectAccessible } from '../support/people';
import { closeBrowsers, newCashier } from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

test('cash collected from a drawer is on the way until a second person receives it', async ({ browser }) => {
  const [{ page }, senior] = await Promise.all([
    newCashier(browser, { drawer: '900' }),
    newCashier(browser, { name: 'Sally Senior', senior: true, hasDrawer: false }),
  ]);
  // Told apart from what others collect at the same time.
  const amount = `300.${randomInt(10, 100)}`;
  await page.goto('/en/cashier/shift');
  await page.getByRole('radio', { name: 'Collect' }).check({ force: true });
  await page.getByLabel('Amount').fill(amount);
  await page.getByRole('button', { name: 'Record' }).click();
  const moves = page.getByRole('table', { name: 'Brought and collected' });
  await expect(moves).toContainText(`−${amount} RUB`);
  await expect(moves).toContainText('Not received yet');
  await expectAccessible(page);

  await senior.page.goto('/en/cashier/approvals');
  const card = senior.page.getByRole('article').filter({ hasText: `${amount} RUB` });
  await expect(card).toContainText('Cash from the drawer of Carla Counter');
  await expectAccessible(senior.page);
  await card.getByRole('button', { name: 'Not received' }).click();
  await expect(senior.page.getByRole('dialog')).toContainText('where the next count finds what is missing');
  await senior.page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Received', exact: true }).click();
  await senior.page
    .getByRole('dialog')
    .getByRole('button', { name: `Received ${amount} RUB` })
    .click();
  await expect(card).toHaveCount(0);

  await page.reload();
  await expect(moves).toContainText('Received by Sally Senior');
});
