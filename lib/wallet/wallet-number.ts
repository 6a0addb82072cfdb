/** The quasigroup of Damm's check digit (H. M. Damm, 2004): every wrong digit and every swap of neighbours is caught. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/**
 * The ten digits of a number as people type or say it (spaces, hyphens and dots between them), or null where it cannot
 * be a wallet's: another length, something else than digits, a wrong check digit. Nothing is looked up.
 */
export function readWalletNumber(text: string): string | null {
  const digits = text.replace(/[\s.\-\u2010-\u2015]/gu, '');
  return /^[1-9]\d{9}$/.test(digits) && checkDigit(digits) === 0 ? digits : null;
}

/** `4821093755` as `482 109 3755`: three groups are easy to dictate. */
export function formatWalletNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** The digit that brings the sum to zero; of a whole number, zero. */
export function checkDigit(digits: string): number {
  let state = 0;
  for (const digit of digits) state = Number(damm[state]?.[Number(digit)] ?? Number.NaN);
  return state;
}
