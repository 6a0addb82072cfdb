import { randomInt } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { signIn } from '@/lib/auth/sign-in';
import { makeUser, testPassword } from '@/lib/auth/testing';
import { env } from '@/lib/env';

export { makeUser, testPassword, tokenOf } from '@/lib/auth/testing';

/** Password of the demo's people. */
export const demoPassword = 'kantor-demo';

/** Each sign-in of a story comes from an address of its own: all browsers here have the same one, and it is limited. */
const freshIp = () => `203.0.113.${randomInt(1, 255)}`;

/**
 * Gives a browser a living session, made by the command that the form calls. The form itself has stories of its own.
 */
export async function enter(
  context: BrowserContext,
  { email, password = testPassword }: { email: string; password?: string },
): Promise<void> {
  const { sessionId } = await signIn({ email, password, ip: freshIp(), userAgent: 'story' });
  const name = 'kantor-session';
  const value = await encode({ secret: env().AUTH_SECRET, salt: name, token: { sid: sessionId } });
  await context.addCookies([{ name, value, url: env().KANTOR_URL, httpOnly: true, sameSite: 'Lax' }]);
}

/** A new person, signed in. */
export async function enterNew(
  context: BrowserContext,
  given: Parameters<typeof makeUser>[0] = {},
): Promise<{ userId: string; email: string }> {
  const person = await makeUser(given);
  await enter(context, person);
  return person;
}

/** Signs in as a person does. */
export async function signInByForm(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

/** Nothing on the page stands in the way of readers and keyboards, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // Of a page that was come to within the site the title arrives after the rest.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Nothing sticks out of the screen at the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const extra = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await extra()).toBeLessThanOrEqual(0);
}
