import { expect, it } from 'vitest';
import { numberInCode } from './wallet-code';

it.each([
  'kantor-wallet:4821093755',
  'KANTOR-WALLET:4821093755',
  '4821093755',
  ' 482 109 3755\n',
  '482-109-3755',
])('%j is the number of a wallet', (text) => expect(numberInCode(text)).toBe('4821093755'));

it.each([
  '',
  'kantor-wallet:',
  'kantor-wallet:482109375',
  'kantor-wallet:48210937551',
  'bitcoin:4821093755',
  'https://example.com/4821093755',
  '0821093755',
  '４８２１０９３７５５',
])('%j is not', (text) => expect(numberInCode(text)).toBeNull());
