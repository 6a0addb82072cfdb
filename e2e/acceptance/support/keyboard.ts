import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than this between two things that follow each other are a way nobody goes. */
const pressesMax = 25;

/**
 * Goes on with Tab until the focus is on it, and says how many presses that took. What has the focus must show it, and
 * must be in sight.
 */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  for (let presses = 1; presses <= pressesMax; presses += 1) {
    await page.keyboard.press('Tab');
    if (!(await hasFocus(target))) continue;
    await expect(target).toBeInViewport();
    await expect(page.locator(':focus-visible')).toHaveCount(1);
    return presses;
  }
  throw new Error(`${pressesMax} presses of Tab do not lead to ${target}`);
}

/** Tab to a field, and type over what it has. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** Tab to a link, a button or a box, and press it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);
