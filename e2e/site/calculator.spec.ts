import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const give = (page: Page) => page.getByRole('textbox', { name: /^Amount you give/ });
const get = (page: Page) => page.getByRole('textbox', { name: /^Amount you get/ });
const picker = (page: Page, side: 'give' | 'get') => page.locator(`[data-pick=${side}]`);
const continueButton = (page: Page) => page.getByRole('button', { name: 'Continue' });
const orderForm = /\/en\/exchange\/SBERRUB-BTC\/order\?quote=quo_\w+$/;

/** The script is there once the button for readers without it is gone. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('button', { name: /^(Recalculate|Пересчитать)$/ })).toHaveCount(0);
}

test('the other side follows whichever side is typed on, in any form of an amount', async ({ page }) => {
  await open(page, '/en');
  await give(page).fill('50 000,00');
  await expect(get(page)).toHaveValue(/^0\.00\d+$/);
  await expect(give(page)).toHaveValue('50 000,00');

  await get(page).fill('0.01');
  await expect(give(page)).toHaveValue(/^\d{2,3},\d{3}\.\d{2}$/);
  await expect(get(page)).toHaveValue('0.01');
  await expect(page).toHaveURL(/\?from=SBERRUB&to=BTC&get=0\.01$/);
});

test('only the newest question counts, however late an older answer comes', async ({ page }) => {
  await open(page, '/en');
  let held: (() => void) | undefined;
  await page.route('**/preview?give=50000', async (route) => {
    await new Promise<void>((resolve) => {
      held = resolve;
    });
    await route.continue().catch(() => undefined);
  });
  await give(page).fill('50000');
  await expect.poll(() => held).toBeDefined();
  await give(page).fill('100000');
  await expect(get(page)).toHaveValue(/^0\.01\d+$/);
  const newest = await get(page).inputValue();
  held?.();
  await page.waitForLoadState('networkidle');
  await expect(get(page)).toHaveValue(newest);
});

test('a lost connection keeps what was typed and is asked again', async ({ page }) => {
  await open(page, '/en');
  await page.route('**/preview?*', (route) => route.abort());
  await give(page).fill('50000');
  await expect(page.getByText('The amounts could not be calculated')).toBeVisible();
  await expect(give(page)).toHaveValue('50000');
  await page.unroute('**/preview?*');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(get(page)).toHaveValue(/^0\.00\d+$/);
});

test('what is wrong is said in words, and the nearest amount is one press away', async ({ page }) => {
  await open(page, '/en/exchange/CASHRUB-USDTTRC20');
  for (const [typed, words] of [
    ['1', /^The minimum here is/],
    ['999999999999', /^The (maximum here is|reserve is enough for)/],
    ['200000.123', /^Too many decimals/],
  ] as const) {
    await give(page).fill(typed);
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(give(page)).toHaveAttribute('aria-invalid', 'true');
    await give(page).press('Enter');
    await expect(give(page)).toHaveValue(typed);
    await page.getByRole('button', { name: /^Use .*RUB$/ }).click();
    await expect(give(page)).not.toHaveAttribute('aria-invalid');
    await expect(get(page)).toHaveValue(/^[\d,]+\.\d+$/);
  }
  await give(page).fill('1e9');
  await expect(page.getByText('Write an amount in figures').first()).toBeVisible();
  await give(page).fill('');
  await continueButton(page).click();
  await expect(page.getByText('Enter an amount.')).toBeVisible();
  await expect(give(page)).toBeFocused();
});

test('a deep link sets the direction and the amount, and leads to the order form', async ({ page }) => {
  await open(page, '/en/exchange/SBERRUB-BTC?get=0.01');
  await expect(page).toHaveTitle(/Sberbank \(RUB\).*Bitcoin \(BTC\)/);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/exchange\/SBERRUB-BTC$/);
  await expect(get(page)).toHaveValue('0.01');
  await expect(give(page)).toHaveValue(/^\d{2,3},\d{3}\.\d{2}$/);
  await continueButton(page).click();
  await expect(page).toHaveURL(orderForm);
});

test('methods are chosen by keyboard alone, and only possible ones are offered', async ({ page }) => {
  await open(page, '/en');
  await picker(page, 'give').focus();
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox');
  await expect(search).toBeFocused();
  await page.keyboard.type('тон');
  await expect(page.getByText(/^Nothing is found/)).toBeVisible();
  await search.fill('ton');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(picker(page, 'give')).toBeFocused();
  await expect(picker(page, 'give')).toContainText('Toncoin');

  await picker(page, 'get').press('Enter');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(options.filter({ hasText: 'Kaspi Bank' })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(picker(page, 'get')).toBeFocused();
  await expect(picker(page, 'get')).toContainText('T-Bank');

  await page.keyboard.press('Enter');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(picker(page, 'get')).toBeFocused();
});

test('the sides are swapped with the amount staying with its money', async ({ page }) => {
  await open(page, '/en/exchange/SBERRUB-BTC?give=50000');
  await page.getByRole('link', { name: 'Swap sides' }).click();
  await expect(page).toHaveURL(/\/en\/exchange\/BTC-SBERRUB\?get=50000$/);
  await expect(get(page)).toHaveValue('50000');
  await expect(give(page)).toHaveValue(/^0\.00\d+$/);
});

test('a closed direction says so and names what is open; an unknown one is not found', async ({ page }) => {
  await page.goto('/en/exchange/WMZ-SBERRUB');
  await expect(page.getByText('WebMoney WMZ to Sberbank is closed at the moment')).toBeVisible();
  await expect(page.getByRole('link', { name: /WebMoney WMZ.*Tether/ })).toBeVisible();
  for (const pair of ['AAA-BBB', 'BTC', 'BTC-BTC-BTC', "x'--1"]) {
    const response = await page.goto(`/en/exchange/${encodeURIComponent(pair)}`);
    expect(response?.status()).toBe(404);
  }
});

test('tariffs are found by typing, and the address keeps it', async ({ page }) => {
  await page.goto('/en/tariffs');
  await page.getByRole('searchbox').fill('sber btc');
  await expect(page).toHaveURL(/\?q=sber(\+|%20)btc$/);
  await expect(page.getByRole('status').filter({ hasText: /^2 directions$/ })).toBeVisible();
  await page.getByRole('link', { name: /Bitcoin/ }).click();
  await expect(page).toHaveURL(/\/en\/exchange\/SBERRUB-BTC$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the calculator works from either side and leads to the order form', async ({ page }) => {
    await page.goto('/en');
    const recalculate = page.getByRole('button', { name: 'Recalculate' });
    await give(page).fill('1');
    await recalculate.click();
    await expect(page.getByText(/^The minimum here is/)).toBeVisible();
    // Enter recalculates what is typed; it does not take the amount that stands on the button.
    await give(page).fill('2');
    await give(page).press('Enter');
    await expect(page).toHaveURL(/give=2&/);
    await expect(give(page)).toHaveValue('2');
    await page.getByRole('button', { name: /^Use / }).click();
    await expect(get(page)).toHaveValue(/^0\.00\d+$/);

    await get(page).fill('0,01');
    await recalculate.click();
    await expect(give(page)).toHaveValue(/^\d{2,3},\d{3}\.\d{2}$/);
    await expect(get(page)).toHaveValue('0,01');

    await picker(page, 'get').click();
    await page
      .getByRole('radio', { name: /Ethereum/ })
      .last()
      .check();
    await recalculate.click();
    await expect(picker(page, 'get')).toContainText('Ethereum');

    await page.goto('/en/exchange/SBERRUB-BTC?give=');
    await continueButton(page).click();
    await expect(page.getByText('Enter an amount.')).toBeVisible();
    await give(page).fill('1 000');
    await continueButton(page).click();
    await expect(page.getByText(/^The minimum here is/)).toBeVisible();
    await give(page).fill('50000');
    await continueButton(page).click();
    await expect(page).toHaveURL(orderForm);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('nothing on the storefront stands in the way of anybody', async ({ page }) => {
      for (const path of [
        '/en',
        '/ru/exchange/SBERRUB-BTC?give=1',
        '/en/tariffs',
        '/ru/rules',
        '/en/contacts',
      ]) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      await open(page, '/en');
      await picker(page, 'give').click();
      await expect(page.getByRole('listbox')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}
