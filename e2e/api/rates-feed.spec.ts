import { expect, test } from '@playwright/test';

test('monitors read the feed, and the quote keeps what it says', async ({ request }) => {
  const response = await request.get('/rates.xml');
  const xml = (await response.body()).toString('utf8');
  expect(xml.startsWith('<?xml')).toBe(true);
  expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8');
  expect(response.headers()['last-modified']).toBeTruthy();

  const items = [...xml.matchAll(/<item>(.*)<\/item>/g)].map(([, item = '']) => item);
  expect(items.length).toBeGreaterThan(20);
  const text = (item: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(item)?.[1] ?? '';
  for (const item of items.slice(0, 5)) {
    const body = { from: text(item, 'from'), to: text(item, 'to'), give: text(item, 'frommin') };
    const quote = await (await request.post('/api/v1/quotes', { data: body })).json();
    expect(quote.rate, JSON.stringify(body)).toEqual({ in: text(item, 'in'), out: text(item, 'out') });
    expect(Number(quote.min)).toBe(Number(text(item, 'frommin')));
  }
});

test('whoever knows the contents is not sent them again', async ({ request }) => {
  // Orders of other tests change the reserves in between; then the tag is another and the contents are sent.
  await expect(async () => {
    const { etag = '' } = (await request.get('/rates.xml')).headers();
    const again = await request.get('/rates.xml', { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
  }).toPass();
});
