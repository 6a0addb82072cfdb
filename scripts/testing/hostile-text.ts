import fc from 'fast-check';

const specials = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202E',
  '\u2066',
  '\u2028',
  '\uFEFF',
  '\uFFFE',
  '😀',
  '/',
  '\\',
  '|',
];

/**
 * Any text a stranger may send, broken UTF-16 and controls among it. (The library's own unit for that, `binary`,
 * takes a second to set up in every test file.)
 */
export function hostileText(maxLength: number) {
  const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const ascii = fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code));
  return fc
    .array(fc.oneof(ascii, character, fc.constantFrom(...specials)), { maxLength })
    .map((all) => all.join(''));
}
