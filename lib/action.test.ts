import { expect, it, vi } from 'vitest';
import { formOf, formValues, runAction } from './action';
import { fail } from './errors';
import { log } from './log';

it('what is no form holds nothing, whoever called the action with it', () => {
  for (const given of [undefined, null, 'x', 5, {}, [['paymentId', 'x']], new Map([['paymentId', 'x']])]) {
    expect(formValues(given as FormData)).toEqual({});
    expect(formOf(given as FormData).getAll('tags')).toEqual([]);
  }
  const form = new FormData();
  form.append('paymentId', 'x');
  form.append('paymentId', 'y');
  form.append('$ACTION_ID_00', '');
  expect(formValues(form)).toEqual({ paymentId: 'x' });
});

it('a text that no column can hold is wrong input and no failure of ours; anything else that is thrown is one', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {});
  const failing = (code: string, words = 'x') =>
    runAction(() => Promise.reject(Object.assign(new Error(words), { code })));
  expect(await failing('22021')).toMatchObject({ ok: false, code: 'invalid_input' });
  expect(await failing('22P05')).toMatchObject({ ok: false, code: 'invalid_input' });
  expect(await failing('P2039', 'Database error. Code: `22021`.')).toMatchObject({ code: 'invalid_input' });
  expect(error).not.toHaveBeenCalled();
  expect(await failing('23505')).toMatchObject({ ok: false, code: 'unexpected' });
  expect(error).toHaveBeenCalledOnce();
  expect(await runAction(async () => fail('not_found'))).toMatchObject({ ok: false, code: 'not_found' });
});
