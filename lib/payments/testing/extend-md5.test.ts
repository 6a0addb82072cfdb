import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { extendMd5 } from '@/lib/payments/testing/extend-md5';

it('the attack itself works: whoever signs with a bare hash of secret and text is open to it', () => {
  const secretText = 'secret:60000.00:7';
  const digest = createHash('md5').update(secretText).digest('hex');
  const extended = extendMd5(digest, secretText.length, ':1.00');
  const whole = Buffer.concat([Buffer.from(secretText), extended.glue, Buffer.from(':1.00')]);
  expect(createHash('md5').update(whole).digest('hex')).toBe(extended.digest);
});
