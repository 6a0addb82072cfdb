import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path';

describe('where to go after signing in', () => {
  it.each(['/en/cabinet', '/ru/desk?status=completed&after=1', '/en/orders/ord_x/secret', '/'])(
    'may be the own path %s',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/%0d%0a\\evil',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/en\r\nSet-Cookie: a=b',
    '/..//evil.example',
    '/.//evil.example',
    'en/cabinet',
    ' /en',
    '',
    '/en/приветы',
    `/${'a'.repeat(2000)}`,
    ['/en', '//evil.example'],
    undefined,
    null,
  ])('is never another site: %j', (next) => {
    expect(ownPath(next)).toBeNull();
  });
});
