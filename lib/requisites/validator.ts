import type { FieldKey } from '@/lib/text';
import type { CoinNetwork } from './coin-networks';

/** What the admin fixes for one field beside its validator. */
export type ValidatorParams = {
  /** purse: a pattern that `parseSafePattern` accepts */
  pattern?: string;
  /** purse: what a right number looks like, shown when it is wrong */
  example?: string;
  /** coin, memo: the network the address or tag belongs to */
  network?: CoinNetwork;
  /** phone: country for numbers written without its code, ISO 3166 alpha-2 */
  country?: string;
  /** account: key of the field of the same side that holds the bank's BIC */
  bicField?: string;
};

/** `value` is stored and paid to, `display` is for the customer's eyes, the keys are what the desk searches by. */
export type Requisite = { value: string; display: string; searchKeys: string[] };
export type Normalised =
  | ({ ok: true } & Requisite)
  | { ok: false; key: FieldKey; params?: Record<string, string> };

export type Validator = {
  code: string;
  /** @param input one line, cleaned by `cleanText`, not empty, at most 200 code points */
  normalise: (input: string, params: ValidatorParams) => Normalised;
};

/** A right value. `tail` also finds it by its last four characters, as people quote cards and accounts. */
export function accepted(
  value: string,
  display: string,
  find: 'whole' | 'tail',
  more: string[] = [],
): Normalised {
  const whole = requisiteSearchKey(value);
  const keys = [whole, ...more.map(requisiteSearchKey)];
  if (find === 'tail' && whole.length > 4) keys.push(whole.slice(-4));
  return { ok: true, value, display, searchKeys: [...new Set(keys)] };
}

export function refused(key: FieldKey, params?: Record<string, string>): Normalised {
  return params === undefined ? { ok: false, key } : { ok: false, key, params };
}

/**
 * The form in which requisites are searched: of what was stored and of what an operator types alike.
 * Case, spaces, hyphens, brackets, the plus of a phone and the dots of ё do not count.
 */
export function requisiteSearchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\p{Dash}\p{Cc}\p{Cf}()+]/gu, '');
}
