import { describe, expect, test } from 'vitest';
import { readInput } from './read-input';

describe('the calculator read from an address', () => {
  test('a deep link names the side by itself', () => {
    expect(readInput({ give: '50000' })).toMatchObject({ side: 'give', text: '50000' });
    expect(readInput({ get: '0.01' })).toMatchObject({ side: 'get', text: '0.01' });
    expect(readInput({})).toMatchObject({ side: 'give', text: '' });
  });

  test('of a form sent whole, the amount that differs from what was shown was typed', () => {
    const shown = { give: '50000', wasGive: '50000', get: '0.0054', wasGet: '0.0054' };
    expect(readInput({ ...shown, side: 'give', get: '0.01' })).toMatchObject({ side: 'get', text: '0.01' });
    expect(readInput({ ...shown, side: 'get', give: '70000' })).toMatchObject({
      side: 'give',
      text: '70000',
    });
    expect(readInput({ ...shown, side: 'get' })).toMatchObject({ side: 'get', text: '0.0054' });
  });

  test('the button with the nearest amount wins over what was typed', () => {
    const form = { side: 'give', give: '1', wasGive: '1', get: '', wasGet: '', useGive: '3000' };
    expect(readInput(form)).toMatchObject({ side: 'give', text: '3000' });
  });

  test('repeated and endless parameters do no harm', () => {
    const { from, text } = readInput({ from: ['sberrub', 'BTC'], give: '9'.repeat(10_000) });
    expect(from).toBe('SBERRUB');
    expect(text).toHaveLength(60);
  });
});
