import { accepted, refused, type Validator } from './validator';

/** Bank card number: 12 to 19 digits with the Luhn check digit; spaces and dashes are dropped. */
export const card: Validator = {
  code: 'card',
  normalise(input) {
    const digits = input.normalize('NFKC').replace(/[\s\p{Dash}]/gu, '');
    if (!/^[0-9]{12,19}$/.test(digits)) return refused('cardDigits');
    // One repeated digit (all zeros among them) can satisfy Luhn and is never a card.
    if (/^(.)\1*$/.test(digits) || !passesLuhn(digits)) return refused('cardChecksum');
    return accepted(digits, maskCard(digits), 'tail');
  },
};

/** `2200 •••• •••• 1234`: enough to recognise a card, too little to use it. */
export function maskCard(digits: string): string {
  return `${digits.slice(0, 4)} •••• •••• ${digits.slice(-4)}`;
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
