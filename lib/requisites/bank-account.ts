import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools';
import { accepted, refused, type Validator } from './validator';

/** IBAN with the length, format and check digits of its country (ISO 13616). */
export const iban: Validator = {
  code: 'iban',
  normalise(input) {
    const value = electronicFormatIBAN(input.normalize('NFKC'));
    if (value === null || !isValidIBAN(value)) return refused('iban');
    return accepted(value, friendlyFormatIBAN(value) ?? value, 'tail');
  },
};

/** Number of a Russian bank account: 20 digits. Its control key needs the BIC: see `fitsBic`. */
export const account: Validator = {
  code: 'account',
  normalise(input) {
    const digits = input.normalize('NFKC').replace(/[\s.\p{Dash}]/gu, '');
    if (!/^[0-9]{20}$/.test(digits) || /^0+$/.test(digits)) return refused('account');
    return accepted(digits, digits, 'tail');
  },
};

/** Russian bank identification code: 9 digits, in use they begin with 0 to 2. */
export const bic: Validator = {
  code: 'bic',
  normalise(input) {
    const digits = input.normalize('NFKC').replace(/\s/g, '');
    return /^[012][0-9]{8}$/.test(digits) ? accepted(digits, digits, 'whole') : refused('bic');
  },
};

/**
 * Whether the control key (9th digit) of an account fits the bank.
 * Bank of Russia, order of computing the control key, 08.09.1997 N 515: the weights 7, 1, 3 run over three
 * digits of the bank and twenty of the account; the sum of the last digits of the products ends in zero.
 * @param accountDigits 20 digits @param bicDigits 9 digits
 */
export function fitsBic(accountDigits: string, bicDigits: string): boolean {
  // Settlement centres of the Bank of Russia have no number of their own (000 to 002 at the end): the key is
  // then computed with the two digits that name the centre.
  const bank = /00[012]$/.test(bicDigits) ? `0${bicDigits.slice(4, 6)}` : bicDigits.slice(6);
  const weights = [7, 1, 3];
  let sum = 0;
  for (const [index, digit] of [...(bank + accountDigits)].entries()) {
    sum += (Number(digit) * (weights[index % 3] ?? 0)) % 10;
  }
  return sum % 10 === 0;
}
