import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['', 'en'],
  ['ru', 'ru'],
])('letters to the office with ADMIN_LOCALE "%s" are in %s', async (given, locale) => {
  vi.resetModules();
  vi.stubEnv('ADMIN_LOCALE', given);
  expect((await import('./office-locale')).officeLocale()).toBe(locale);
});
