import type { FieldKey } from '@/lib/text';

export const PATTERN_LENGTH_MAX = 200;
/** Longest input a pattern is run on: the cost of a pattern is counted for this length. */
export const PATTERN_INPUT_MAX = 128;
// Ways in which the repetitions can share the input, the worst a backtracking engine can try: three open
// repetitions (an e-mail address) are allowed and take some milliseconds.
const WAYS_MAX = PATTERN_INPUT_MAX ** 3;

export type SafePattern = { ok: true; expression: RegExp } | { ok: false; key: FieldKey };

/**
 * Reads a pattern typed by an admin into an expression that matches a whole value and cannot hang the server.
 * The language is a part of the usual one: literals, `.`, classes, escapes, groups and alternatives;
 * repetition only of one character or class, never of a group (`?` may follow a group), and no look-arounds,
 * back-references or inner anchors. So the time is at most the number of ways to share the input out.
 */
export function parseSafePattern(source: string): SafePattern {
  if (source.length === 0 || source.length > PATTERN_LENGTH_MAX) return { ok: false, key: 'pattern' };
  const body = source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const cost = countWays(body);
  if (cost === null || cost > WAYS_MAX) return { ok: false, key: 'patternUnsafe' };
  try {
    return { ok: true, expression: new RegExp(`^(?:${body})$`, 'u') };
  } catch {
    return { ok: false, key: 'pattern' };
  }
}

/** Whether the whole input fits. @throws Error if the pattern was never checked: configuration is broken. */
export function matchesSafePattern(source: string, input: string): boolean {
  if (input.length > PATTERN_INPUT_MAX) return false;
  const parsed = parseSafePattern(source);
  if (!parsed.ok) throw new Error('A requisites field holds a pattern that parseSafePattern refuses');
  return parsed.expression.test(input);
}

const CHARACTER_CLASS = String.raw`\[(?:\\.|[^\]\\])*\]`;
const ATOM = String.raw`\\[dDwWsS]|\\[^A-Za-z0-9]|${CHARACTER_CLASS}|[^\\[\](){}?*+|^$]`;
const QUANTIFIER = String.raw`[?*+]|\{\d{1,3}(?:,\d{0,3})?\}`;
// A lazy `?` behind a quantifier is left out on purpose: it means nothing in an anchored test.
const PIECE = new RegExp(
  String.raw`(?<open>\((?:\?:)?)|(?<close>\)\??)|(?<or>\|)|(?:${ATOM})(?<times>${QUANTIFIER})?`,
  'uy',
);

/** @returns an upper bound of the ways to match, or null where the pattern leaves the safe language. */
function countWays(body: string): number | null {
  let ways = 1;
  let depth = 0;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < body.length) {
    const groups = PIECE.exec(body)?.groups;
    if (groups === undefined) return null;
    if (groups.open !== undefined) depth += 1;
    if (groups.close !== undefined) depth -= 1;
    if (depth < 0) return null;
    if (groups.close === ')?' || groups.or !== undefined) ways *= 2;
    if (groups.times !== undefined) ways *= choices(groups.times);
  }
  return depth === 0 ? ways : null;
}

/** In how many lengths a repetition can match within the longest input. */
function choices(quantifier: string): number {
  const braces = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier);
  if (braces === null) return quantifier === '?' ? 2 : PATTERN_INPUT_MAX;
  const least = Number(braces[1]);
  const most = braces[2] === '' ? least : braces[3] === '' ? PATTERN_INPUT_MAX : Number(braces[3]);
  return Math.max(1, Math.min(most, PATTERN_INPUT_MAX) - least + 1);
}
