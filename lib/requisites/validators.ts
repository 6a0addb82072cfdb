import { account, bic, iban } from './bank-account';
import { card } from './card';
import { coin, memo } from './coin';
import { email, name, phone } from './contact';
import { purse } from './purse';
import { accepted, type Validator } from './validator';

/** Anything on one line; length and characters are limited before. */
const text: Validator = { code: 'text', normalise: (input) => accepted(input, input, 'whole') };

/** Every validator the admin can give to a requisites field. */
export const validators = { card, iban, phone, email, purse, coin, memo, account, bic, name, text } as const;

export type ValidatorCode = keyof typeof validators;
export const validatorCodes = Object.keys(validators) as [ValidatorCode, ...ValidatorCode[]];

export function validatorOf(code: ValidatorCode): Validator {
  return validators[code];
}
