import { customAlphabet } from 'nanoid';

/** One prefix per noun, so that an id tells what it names. */
const prefixes = [
  'usr',
  'ses',
  'tok',
  'sav',
  'mth',
  'req',
  'dir',
  'quo',
  'ord',
  'evt',
  'not',
  'trf',
  'acc',
  'hld',
  'rec',
  'ltr',
  'fil',
  'aud',
  'exp',
  'con',
  'pay',
  'ntc',
  'pot',
  'rfd',
  'stm',
  'stl',
  'sim',
  'top',
  'wtr',
  'wdr',
  'tlo',
  'shf',
  'drw',
] as const;

export type IdPrefix = (typeof prefixes)[number];

/** No vowels and no look-alikes: an id can be read out and never spells a word. 16 characters carry 77 bits. */
const random = customAlphabet('0123456789bcdfghjkmnpqrstvwxyz', 16);

/** A new random id such as `ord_4k2m…`. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${random()}`;
}

/** Whether a text from outside has the form of an id of that noun. Says nothing about its existence. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && /^[a-z]{3}_[0-9a-z]{16}$/.test(text);
}
