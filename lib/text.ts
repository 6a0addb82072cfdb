import { z } from 'zod';
import type en from '@/messages/en/errors.json';

/** Key of a field problem under `fields` of `messages/<locale>/errors.json`. */
export type FieldKey = keyof (typeof en)['fields'] & string;
/** What is wrong with one field: a key and the values its text needs. A `FieldProblem` with known keys. */
export type TextProblem = { key: FieldKey; params?: Record<string, string> };
export type CleanText = { ok: true; text: string } | { ok: false; key: FieldKey };

// NUL and other controls break PostgreSQL text, XML and terminals; lone surrogates break UTF-8;
// noncharacters break XML.
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
// Bidi embeddings, overrides and isolates can show a name or an account in another order than it is stored.
const BIDI = /[\u202A-\u202E\u2066-\u2069]/u;
// Invisible characters that come along with copied text and make equal values differ.
// ZWJ and ZWNJ stay: emoji and Persian need them.
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;

/**
 * Brings free text into the one form that is stored: NFC, trimmed, without invisible characters,
 * line ends as `\n` (in a single line: as a space). Refuses what no honest keyboard sends.
 */
export function cleanText(input: string, lines: 'single' | 'multi' = 'single'): CleanText {
  const unified = input.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ');
  const flat = lines === 'multi' ? unified : unified.replace(/\n/g, ' ');
  if (BIDI.test(flat) || FORBIDDEN.test(flat.replaceAll('\n', ''))) {
    return { ok: false, key: 'badCharacters' };
  }
  return { ok: true, text: flat.replace(INVISIBLE, '').normalize('NFC').trim() };
}

/** Length as people count it: in code points. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** One required line of at most `max` code points. */
export function shortText(max: number) {
  return hostileText('single', 1, max);
}

/** One line that may be left empty. */
export function optionalShortText(max: number) {
  return hostileText('single', 0, max).default('');
}

/** Required text of several lines, at most `max` code points. */
export function longText(max: number) {
  return hostileText('multi', 1, max);
}

/** Text of several lines that may be left empty. */
export function optionalLongText(max: number) {
  return hostileText('multi', 0, max).default('');
}

/**
 * An e-mail address in its stored form: trimmed, wholly lower-case (providers ignore case, and two
 * accounts that differ by it would be one person), the domain in its ASCII form.
 */
export function emailText() {
  return z.string(problemMessage('required')).transform((input, ctx) => {
    const email = normaliseEmail(input);
    if (email !== null) return email;
    return refuse(ctx, { key: input.trim() === '' ? 'required' : 'email' });
  });
}

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** @returns the address as it is stored, or null if it is none (a quoted local part counts as none). */
export function normaliseEmail(input: string): string | null {
  if (input.length > 1000) return null;
  const cleaned = cleanText(input);
  // A line break inside an address is an attempt at another mail header, not a slip of a copying hand.
  if (!cleaned.ok || /[\r\n\u2028\u2029]/.test(input.trim())) return null;
  const at = cleaned.text.lastIndexOf('@');
  if (at < 1) return null;
  const local = cleaned.text.slice(0, at).toLowerCase();
  const domain = asciiDomain(cleaned.text.slice(at + 1));
  if (domain === null || local.length > 64 || !LOCAL_PART.test(local)) return null;
  const email = `${local}@${domain}`;
  return email.length <= 254 ? email : null;
}

function asciiDomain(domain: string): string | null {
  // Only letters, digits, dots and hyphens go to the URL parser, so that it has nothing else to interpret.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const ascii = new URL(`http://${domain}`).hostname;
  return DOMAIN.test(ascii) ? ascii : null;
}

function hostileText(lines: 'single' | 'multi', min: number, max: number) {
  return z.string(problemMessage('required')).transform((input, ctx) => {
    // Four UTF-16 units a code point is more than any honest text has: huge input is not even normalised.
    if (input.length > max * 4 + 1000) return refuse(ctx, { key: 'tooLong', params: { max: String(max) } });
    const cleaned = cleanText(input, lines);
    if (!cleaned.ok) return refuse(ctx, { key: cleaned.key });
    if (cleaned.text.length < min) return refuse(ctx, { key: 'required' });
    if (codePoints(cleaned.text) > max) return refuse(ctx, { key: 'tooLong', params: { max: String(max) } });
    return cleaned.text;
  });
}

/** The form in which schemas tell a field problem: `parseInput` takes the prefix off again. */
export function problemMessage(key: FieldKey): { error: `fields.${FieldKey}` } {
  return { error: `fields.${key}` };
}

/** Reports a problem with the values of its text in `params`. */
function refuse(ctx: z.RefinementCtx, problem: TextProblem): never {
  ctx.addIssue({ code: 'custom', message: problemMessage(problem.key).error, params: problem.params });
  return z.NEVER;
}
