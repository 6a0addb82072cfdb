import type { Locale } from '@/lib/i18n/locales';
import type { RequisiteField } from '@/lib/requisites/field';
import type { RequisiteInput } from './requisite-fields';

/** The inputs that ask for a method's fields, in a language. `prefix`: names the side in the form, `give` or `get`. */
export function requisiteInputs(fields: RequisiteField[], prefix: string, locale: Locale): RequisiteInput[] {
  return fields.map(({ key, validator, params: { example, network }, titles, hints, required }) => ({
    name: `${prefix}.${key}`,
    validator,
    example,
    network,
    label: titles[locale],
    hint: hints[locale],
    required,
  }));
}
