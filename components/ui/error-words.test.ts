import { expect, it } from 'vitest';
import { errorWords } from './error-words';

it('an amount that is refused is answered with the nearest that works', () => {
  const problem = { key: 'amountLeast', params: { nearest: '1000', asset: 'RUB' } };
  const refused = { ok: false, code: 'amount_too_small', fields: { give: problem } } as const;
  expect(errorWords(refused)).toEqual({ key: 'fields.amountLeast', values: problem.params });
});

it('a reserve that another was faster to take is answered with what is left of it', () => {
  const params = { available: '0.00500000', asset: 'BTC' };
  expect(errorWords({ ok: false, code: 'no_reserve', params })).toEqual({
    key: 'no_reserve_left',
    values: { available: '0.005', asset: 'BTC' },
  });
  expect(errorWords({ ok: false, code: 'no_reserve' })).toEqual({
    key: 'no_reserve',
    values: { errorId: '' },
  });
});
