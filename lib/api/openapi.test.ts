import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpoints } from './endpoints';
import { namesAKeyTwice } from './json-body';
import { openApi } from './openapi';

const text = JSON.stringify(openApi('https://office.example'));
const api = JSON.parse(text);

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every endpoint', () => {
    expect(api.openapi).toBe('3.1.0');
    expect(api.servers).toEqual([{ url: 'https://office.example/api/v1' }]);
    for (const { method, path, operationId } of endpoints)
      expect(api.paths[path][method.toLowerCase()].operationId).toBe(operationId);
  });

  it('points only to what it has', () => {
    const targets = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(targets.length).toBeGreaterThan(10);
    for (const name of targets) expect(Object.keys(api.components.schemas)).toContain(name);
    expect(text).not.toContain('$defs');
  });

  it('tells what is required, refused and asked for', () => {
    const quote = api.components.schemas.QuoteRequest;
    expect(quote).toMatchObject({ additionalProperties: false, required: ['from', 'to'] });
    expect(quote.oneOf).toEqual([{ required: ['give'] }, { required: ['get'] }]);
    const order = api.paths['/orders'].post;
    expect(order.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: true }]);
    expect(order.responses['409'].description).toContain('idempotency_mismatch');
    expect(order.responses['429'].headers).toHaveProperty('Retry-After');
    expect(api.paths['/orders/{id}'].get.security).toEqual([{ orderSecret: [] }]);
    // What has a default need not be sent.
    expect(api.components.schemas.OrderRequest.required).toEqual(['quoteId', 'email']);
  });

  it('is served where it says', () => {
    for (const { path } of endpoints) {
      const folder = path.replaceAll('{', '[').replaceAll('}', ']');
      expect(existsSync(`app/api/v1${folder}/route.ts`), path).toBe(true);
    }
  });
});

describe('a key named twice', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a":{"b":1,"c":[{"b":2,"b":3}]}}', true],
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', false],
    ['{"a":"\\"a\\":","b":"{\\"a\\":1"}', false],
    ['["a","a"]', false],
    ['{"a\\\\":1,"a":2}', false],
  ])('in %s: %s', (json, twice) => expect(namesAKeyTwice(json)).toBe(twice));
});
