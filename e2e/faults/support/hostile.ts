/** Texts that break what trusts them. None of them is a usable amount, code, id, key or secret. */
export const hostileTexts: Record<string, string> = {
  empty: '',
  space: ' ',
  letters: 'abc',
  exponent: '1e9',
  negative: '-5000',
  plus: '+5000',
  'many decimals': '5000.1234567890123456789',
  'huge integer': '9'.repeat(400),
  'beyond int8': '9223372036854775808',
  hexadecimal: '0x1388',
  'not a number': 'NaN',
  infinity: 'Infinity',
  'two points': '5.000.00',
  'foreign digits': '٥٠٠٠',
  fullwidth: '５０００',
  emoji: '💰',
  'family of emoji': '👨‍👩‍👧‍👦',
  sql: `'; DROP TABLE orders; --`,
  'sql condition': `' OR 1=1 --`,
  html: '<script>alert(1)</script>',
  template: '{{7*7}}<%= 7*7 %>#{7*7}',
  'path up': '../../../etc/passwd',
  'encoded path up': '..%2f..%2fetc%2fpasswd',
  'NUL byte': '5000\u0000',
  'lone surrogate': '\ud800',
  'reversed writing': '\u202e5000',
  'zero width': '50\u200b00',
  newline: '5000\r\nX-Injected: 1',
  long: 'x'.repeat(10_000),
  prototype: '__proto__',
  constructor: 'constructor',
};

/** Values of a type that is not asked for. */
export const hostileValues: Record<string, unknown> = {
  number: 5000,
  'huge number': 1e308,
  negative: -1,
  null: null,
  true: true,
  array: ['5000'],
  'nested array': [[[['5000']]]],
  object: { $gt: '' },
  'object with text': { toString: '5000', length: 4 },
};

/** What no answer may contain: the inside of the house. */
export const innerWords =
  /\bat .*\.(js|ts|mjs):\d+|node_modules|select .* from|insert into|update .* set |prisma|postgres|pg-pool|syntax error|relation "|ECONN|stack"|KANTOR_|AUTH_SECRET/i;
