import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyBytesMax, guardForms } from './request-door';

const server = createServer((request, response) => {
  const seen: Buffer[] = [];
  request.on('data', (chunk: Buffer) => seen.push(chunk));
  request.on('end', () => response.end(JSON.stringify({ body: Buffer.concat(seen).toString() })));
});
let port = 0;

beforeAll(async () => {
  guardForms(server);
  guardForms(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const form = { 'content-type': 'multipart/form-data; boundary="a b"' };
const part = '--a b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--a b--\r\n';

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });

it.each([
  ['a form of several parts', '/en/sign-in', part, form],
  ['an empty form', '/en/sign-in', '--a b--\r\n', form],
  ['text', '/en/sign-in', 'anything', { 'content-type': 'text/plain' }],
  ['no body', '/en/sign-in', '', {}],
  ['a broken form for an interface', '/api/callbacks/x/y', 'x', form],
])('lets %s through whole', async (_what, path, body, headers: Record<string, string>) => {
  expect(await (await post(path, body, headers)).json()).toEqual({ body });
});

it('lets a form through that comes byte by byte', async () => {
  const head = [
    'POST /en/x HTTP/1.1',
    'Host: x',
    `Content-Type: ${form['content-type']}`,
    `Content-Length: ${part.length}`,
    'Connection: close',
  ].join('\r\n');
  const socket = connect(port, '127.0.0.1').setNoDelay();
  socket.write(`${head}\r\n\r\n`);
  for (const byte of part) {
    socket.write(byte);
    await new Promise(setImmediate);
  }
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer).toContain(JSON.stringify({ body: part }));
});

it.each([
  ['without its boundary', 'x', form, 400],
  ['with another boundary', part.replaceAll('a b', 'c'), form, 400],
  ['whose part has no head', '--a b\r\nx\r\n--a b--\r\n', form, 400],
  ['of nothing', '', form, 400],
  ['that is too large', new Uint8Array(bodyBytesMax + 1), {}, 413],
])('refuses a form %s in words of the page', async (_what, body, headers: Record<string, string>, status) => {
  const answer = await post('/ru/sign-in', body, headers);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toMatch(/[а-я]/);
});
