import { randomInt } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import type { Role } from '@/lib/auth/actor';
import { closeDatabase, query } from '@/lib/db';
import { demoPassword, enter, enterNew, makeUser } from '../support/people';

test.afterAll(closeDatabase);

const everything = {
  admin: [
    '/admin',
    '/admin/methods',
    '/admin/systems',
    '/admin/rates',
    '/admin/wallet',
    '/admin/cashiers',
    '/admin/cashiers/new',
    '/admin/staff',
    '/admin/settings',
  ],
  letters: ['/admin/letters'],
  notices: ['/admin/notices'],
  books: ['/admin/ledger', '/admin/audit'],
  desk: ['/desk'],
  till: ['/cashier'],
  own: ['/cabinet', '/cabinet/security'],
};

type Area = keyof typeof everything;

const all = Object.keys(everything) as Area[];

const demo: { login: string; may: Area[] }[] = [
  { login: 'owner', may: all },
  { login: 'admin', may: all },
  { login: 'operator', may: ['desk', 'notices', 'own'] },
  { login: 'cashier', may: ['till', 'own'] },
  { login: 'customer', may: ['own'] },
];

const hired: { role: Role; may: Area[] }[] = [
  { role: 'support', may: ['letters', 'notices', 'desk', 'own'] },
  { role: 'accountant', may: ['books', 'notices', 'desk', 'own'] },
];

/** Which of all pages answer, by their status alone: 200 for his own, 404 for what a stranger need not know of. */
async function expectPages(page: Page, may: Area[]): Promise<void> {
  const answers: Record<string, number> = {};
  const wanted: Record<string, number> = {};
  for (const area of all) {
    for (const path of everything[area]) {
      answers[path] = (await page.request.get(`/en${path}`, { maxRedirects: 0 })).status();
      wanted[path] = may.includes(area) ? 200 : 404;
    }
  }
  expect(answers).toEqual(wanted);
}

for (const { login, may } of demo) {
  test(`the demo’s ${login} opens ${may.join(', ')} and nothing else`, async ({ page, context }) => {
    await enter(context, { email: `${login}@kantor.test`, password: demoPassword });
    await expectPages(page, may);
  });
}

for (const { role, may } of hired) {
  test(`${role} opens ${may.join(', ')} and nothing else`, async ({ page, context }) => {
    await enterNew(context, { roles: [role] });
    await expectPages(page, may);
  });
}

test('a guest is asked to sign in wherever somebody must be known', async ({ page }) => {
  for (const path of Object.values(everything).flat()) {
    const { status, location } = await page.request
      .get(`/en${path}`, { maxRedirects: 0 })
      .then((answer) => ({ status: answer.status(), location: answer.headers().location ?? '' }));
    expect({ path, status, asked: location.includes('/en/sign-in') }).toEqual({
      path,
      status: 307,
      asked: true,
    });
  }
});

const priceOf = async (pair: [string, string]) =>
  (
    await query<{ price: string }>(
      'SELECT price::text FROM market_rates WHERE base_code = $1 AND quote_code = $2',
      pair,
    )
  )[0]?.price;

/** Opens the rates as an admin and catches what the form would send for a price of USD in RUB. */
async function catchRateForm(page: Page, price: string) {
  await page.goto('/en/admin/rates');
  const caught = page.waitForRequest((request) => request.method() === 'POST');
  await page.route('**/admin/rates', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  const row = page.getByRole('row', { name: /USD\/RUB/ });
  await row.getByRole('textbox').fill(price);
  await row.getByRole('button', { name: 'Save' }).click();
  const request = await caught;
  return { url: request.url(), headers: await request.allHeaders(), data: request.postDataBuffer() };
}

test('a form’s action called by a foreign role, or by nobody, changes nothing', async ({
  page,
  context,
  browser,
}) => {
  await enterNew(context, { roles: ['admin'] });
  const before = await priceOf(['USD', 'RUB']);
  const { url, headers, data } = await catchRateForm(page, `1${randomInt(100, 999)}.5`);
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(:|cookie|content-length|host)/.test(name)),
  );
  const replay = async (roles: string[] | null) => {
    const other = await browser.newContext();
    if (roles) await enter(other, await makeUser({ roles }));
    const answer = await other.request.post(url, { headers: kept, data: data ?? Buffer.from('') });
    const text = await answer.text();
    await other.close();
    return text;
  };
  for (const roles of [['operator', 'support', 'cashier', 'accountant'], []])
    expect(await replay(roles)).toContain('forbidden');
  expect(await replay(null)).not.toContain('"ok":true');
  expect(await priceOf(['USD', 'RUB'])).toBe(before);
});

test('a role taken away counts at once, in a form that is open already too', async ({ page, context }) => {
  const { userId } = await enterNew(context, { roles: ['admin'] });
  const before = await priceOf(['USD', 'RUB']);
  await page.goto('/en/admin/rates');
  await query(`UPDATE users SET roles = '{customer}' WHERE id = $1`, [userId]);
  const row = page.getByRole('row', { name: /USD\/RUB/ });
  await row.getByRole('textbox').fill('1.5');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is not open to your account.')).toBeVisible();
  await expect(row.getByRole('textbox')).toHaveValue('1.5');
  expect(await priceOf(['USD', 'RUB'])).toBe(before);
});
