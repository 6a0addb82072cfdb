import { CallbackRouteError } from '@auth/core/errors';
import { expect, it } from 'vitest';
import { isOutage } from '@/lib/outage';
import { innerError } from './inner-error';

it('an outage at a sign-in is told as one, though Auth.js wraps what its callbacks throw', () => {
  const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const wrapped = new CallbackRouteError('wrapped', { cause: { err: outage } });
  expect(isOutage(wrapped)).toBe(false);
  expect(isOutage(innerError(wrapped))).toBe(true);
  expect(innerError(outage)).toBe(outage);
  expect(innerError(null)).toBeNull();
});
