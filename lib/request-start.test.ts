import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { watchRequestStart } from './request-start';

it('no request comes in with an address that cannot be read, an id of its own choice or another’s address', async () => {
  watchRequestStart();
  const server = createServer(({ url, headers }, answer) => {
    answer.end(JSON.stringify({ url, id: headers['x-request-id'], from: headers['x-forwarded-for'] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) => {
    const headers = { 'x-request-id': 'mine', 'x-forwarded-for': '192.0.2.1' };
    return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).json();
  };
  expect(await ask('/api/logos/%ff')).toMatchObject({ url: '/api/v1/unreadable' });
  expect(await ask('/api/v1/orders/%E0%A4%A?x=%ff')).toMatchObject({ url: '/api/v1/unreadable' });
  expect(await ask('/api/receipts/%D1%87?x=%ff')).toMatchObject({ url: '/api/receipts/%D1%87?x=%ff' });
  expect(await ask('/en/%ff')).toMatchObject({
    url: '/en/%ff',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    from: '192.0.2.1, 127.0.0.1',
  });
  server.close();
});
