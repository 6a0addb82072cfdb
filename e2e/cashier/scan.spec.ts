import { chromium, expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { fakeCamera } from '../support/fake-camera';
import { newCashier, newHolder } from '../support/tills';

test.afterAll(closeDatabase);

test('the camera reads the customer’s code: the number is there, and whose wallet it is', async ({
  launchOptions,
}, testInfo) => {
  const holder = await newHolder('Conrad Keyes');
  const film = testInfo.outputPath('code.y4m');
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...fakeCamera(`kantor-wallet:${holder.number}`, film)],
  });
  try {
    const { page } = await newCashier(browser);
    await page.goto('/en/cashier');
    await page.getByRole('button', { name: "Scan the wallet's code" }).click();
    await expect(page.getByLabel('Wallet number')).toHaveValue(
      new RegExp(`^${holder.formatted}$|^${holder.number}$`),
      { timeout: 30_000 },
    );
    await expect(page.getByText('Conrad K.')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  } finally {
    await browser.close();
  }
});
