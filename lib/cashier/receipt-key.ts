/** Letters of the two alphabets that look the same: a number is the same whichever keyboard it was typed on. */
const alike: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ӏ: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ү: 'Y',
  Ԛ: 'Q',
  Ԝ: 'W',
};

/**
 * A receipt's number without what people write differently: case, accents, spaces, punctuation, the sign № or `No`,
 * zeros before a number, the letter O for a zero, look-alike letters of the other alphabet. Null where no letter or figure is left, or one of a script that
 * receipts are not written in. Sooner takes two numbers for one than one for two: then a second person is asked.
 */
export function receiptKey(text: string): string | null {
  const letters = text
    .replaceAll('№', '')
    .normalize('NFKD')
    .toLocaleUpperCase('en')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => alike[letter] ?? letter)
    .replace(/^(?:NO|NR|N)(?=\d)/u, '')
    .replaceAll('O', '0');
  if (!/^[0-9\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(letters)) return null;
  return letters.replace(/(^|\D)0+(?=\d)/gu, '$1');
}
