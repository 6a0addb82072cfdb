import { expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { isOutage } from '@/lib/outage';

const failure = (more: object) => Object.assign(new Error('failed'), more);

test.each([
  ['the database refuses connections', failure({ code: 'ECONNREFUSED', syscall: 'connect' })],
  ["the database's socket has gone", failure({ code: 'ENOENT', syscall: 'connect' })],
  ['the database shuts down', failure({ code: '57P01' })],
  ['the database is read-only', failure({ code: '25006' })],
  ['no connection became free', new Error('timeout exceeded when trying to connect')],
  ['we say so ourselves', new AppError('unavailable')],
])('is an outage: %s', (_, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([
  ['a file that is not there', failure({ code: 'ENOENT', syscall: 'open' })],
  ['a value that breaks a rule of the database', failure({ code: '23505' })],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['nothing that is an error', 'unavailable'],
])('is none: %s', (_, error) => {
  expect(isOutage(error)).toBe(false);
});
