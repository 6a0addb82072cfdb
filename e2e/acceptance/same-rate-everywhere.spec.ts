import { type APIRequestContext, expect, test } from '@playwright/test';
import { formatAmount } from '@/lib/format-amount';

type Terms = { rate: { in: string; out: string }; min: string; max: string; minGet: string; maxGet: string };

async function termsOfApi(request: APIRequestContext): Promise<Terms> {
  const directions: (Terms & { from: string; to: string })[] = await (
    await request.get('/api/v1/directions')
  ).json();
  const found = directions.find(({ from, to }) => from === 'SBERRUB' && to === 'BTC');
  if (!found) throw new Error('The API does not offer the direction');
  return found;
}

async function termsOfFeed(request: APIRequestContext): Promise<Terms> {
  const xml = await (await request.get('/rates.xml')).text();
  const item = /<item><from>SBERRUB<\/from><to>BTC<\/to>.*<\/item>/.exec(xml)?.[0] ?? '';
  const text = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(item)?.[1] ?? '';
  return {
    rate: { in: text('in'), out: text('out') },
    min: text('frommin'),
    max: text('frommax'),
    minGet: text('tomin'),
    maxGet: text('tomax'),
  };
}

/** The feed leaves zeros at the end away, the API writes all decimals of the asset. */
const short = (amount: string) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);

const shortened = ({ rate, min, max, minGet, maxGet }: Terms): Terms => ({
  rate: { in: short(rate.in), out: short(rate.out) },
  min: short(min),
  max: short(max),
  minGet: short(minGet),
  maxGet: short(maxGet),
});

const shown = (amount: string, asset: string) => `${formatAmount(amount, 'en')} ${asset}`;

test('feed, API and storefront name one rate and the same limits of a direction', async ({
  page,
  request,
}) => {
  // Orders of other stories move reserves and with them limits: then all three are asked again.
  await expect(async () => {
    const api = await termsOfApi(request);
    expect(shortened(await termsOfFeed(request))).toEqual(shortened(api));
    expect(api.rate.out).toBe('1');
    await page.goto('/en/exchange/SBERRUB-BTC');
    const figures = page.getByRole('main');
    const soon = { timeout: 2_000 };
    await expect(figures).toContainText(`1 BTC = ${shown(api.rate.in, 'RUB')}`, soon);
    await expect(figures).toContainText(`From ${shown(api.min, 'RUB')} to ${shown(api.max, 'RUB')}`, soon);
    await expect(figures).toContainText(
      `From ${shown(api.minGet, 'BTC')} to ${shown(api.maxGet, 'BTC')}`,
      soon,
    );
  }).toPass({ timeout: 30_000 });
});

test('the calculator, the API’s quote and the rate name one amount to be got', async ({ page, request }) => {
  await expect(async () => {
    const data = { from: 'SBERRUB', to: 'BTC', give: '50000' };
    const quote: { get: string } = await (await request.post('/api/v1/quotes', { data })).json();
    await page.goto('/en/exchange/SBERRUB-BTC?give=50000');
    await expect(page.getByRole('textbox', { name: 'Amount you get' })).toHaveValue(
      formatAmount(quote.get, 'en'),
      { timeout: 2_000 },
    );
  }).toPass({ timeout: 30_000 });
});
