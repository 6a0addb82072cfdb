import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { normaliseEmail } from '@/lib/text';
import { accepted, refused, type Validator, type ValidatorParams } from './validator';

/** Phone number of any country, stored as E.164 (`+79161234567`). */
export const phone: Validator = {
  code: 'phone',
  normalise(input, params) {
    const typed = input.normalize('NFKC').replace(/\p{Dash}/gu, '-');
    // Letters are refused here: the library would read 1-800-FLOWERS and "ext. 5".
    if (!/^[+]?[0-9\s().-]+$/.test(typed)) return refused('phone');
    const parsed = readPhone(typed, params);
    if (parsed === undefined) return refused(typed.startsWith('+') ? 'phone' : 'phoneCountry');
    const national = String(parsed.nationalNumber);
    // Russian numbers are quoted with 8 as often as with +7.
    const spoken = parsed.countryCallingCode === '7' ? [national, `8${national}`] : [national];
    return accepted(parsed.number, parsed.formatInternational(), 'tail', spoken);
  },
};

export const email: Validator = {
  code: 'email',
  normalise(input) {
    const address = normaliseEmail(input);
    return address === null ? refused('email') : accepted(address, address, 'whole');
  },
};

/** Name of a person in any script, as the bank knows it: 2 to 100 letters, spaces, hyphens, apostrophes. */
export const name: Validator = {
  code: 'name',
  normalise(input) {
    const text = input.replace(/\s+/g, ' ').replace(/[’ʼ`]/g, '’');
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if ([...text].length > 100 || letters < 2) return refused('name');
    if (!/^\p{L}[\p{L}\p{M} '’.\u2010-]*$/u.test(text)) return refused('name');
    return accepted(text, text, 'whole');
  },
};

function readPhone(typed: string, { country }: ValidatorParams) {
  const digits = typed.replace(/[^0-9]/g, '');
  const attempts = [
    // 8 and ten digits is how a Russian number is dialled at home; no other plan has 8 + 9xx in 11 digits.
    /^89\d{9}$/.test(digits) && !typed.startsWith('+') ? `+7${digits.slice(1)}` : typed,
    // Eleven digits hold their country code; ten are some country's home form, and a guess could pay a stranger.
    ...(digits.length >= 11 ? [`+${digits}`] : []),
  ];
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  for (const attempt of attempts) {
    const parsed = parsePhoneNumberFromString(attempt, {
      extract: false,
      ...(home && { defaultCountry: home }),
    });
    if (parsed?.isValid()) return parsed;
  }
  return undefined;
}
