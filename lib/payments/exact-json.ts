/**
 * JSON whose numbers are texts as they were sent: `JSON.parse` makes 9007199254740993 into …992 and `1.10` into 1.1,
 * and neither may happen to money or to what was signed.
 */
export type ExactJson = string | boolean | null | ExactJson[] | { [key: string]: ExactJson };

/** Reads JSON; numbers become plain decimal texts (`5e-7` is `0.0000005`). null where it is none. */
export function exactJson(text: string): ExactJson | undefined {
  return parsed(text, (number) => plainNumber(number));
}

/** The JSON object in a body, or null: for bytes that are no UTF-8, for lists and for anything that is no JSON. */
export function exactObject(body: Buffer | string): { [key: string]: ExactJson } | null {
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    const value = exactJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The text under a path of keys (`fee.currency`), or undefined where there is none. */
export function textAt(json: ExactJson | undefined, path: string): string | undefined {
  const value = valueAt(json, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whatever stands under a path of keys; a list's place is its number. */
export function valueAt(json: ExactJson | undefined, path: string): ExactJson | undefined {
  let value = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Array.isArray(value) ? value[Number(key)] : value[key];
  }
  return value;
}

/** A list under a path, empty where there is none. */
export function listAt(json: ExactJson | undefined, path: string): ExactJson[] {
  const value = path === '' ? json : valueAt(json, path);
  return Array.isArray(value) ? value : [];
}

/** JSON without spaces whose objects' keys are sorted at every depth; numbers stay as they were written. */
export function sortedJson(text: string): string | null {
  const value = parsed(text, (number) => `${mark}${number}`);
  return value === undefined ? null : written(value);
}

// Stands before a number while it is a text; a text that begins with it itself is refused.
const mark = '\u0000';
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function parsed(text: string, number: (text: string) => string): ExactJson | undefined {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    JSON.parse(bare);
    if (/\\u0000/.test(bare)) return undefined;
    return JSON.parse(
      bare.replace(token, (found) => (found.startsWith('"') ? found : JSON.stringify(number(found)))),
    );
  } catch {
    return undefined;
  }
}

function written(value: ExactJson): string {
  if (typeof value === 'string') return value.startsWith(mark) ? value.slice(1) : JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(value[key] ?? null)}`);
  return `{${pairs.join(',')}}`;
}

/** `1.5e-7` written out; whatever has more than 60 digits stays as it is, and is no amount to anybody. */
function plainNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point > 30 || point < -30) return text;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const cut = point <= 0 ? 1 : point;
  const rest = padded.slice(cut);
  return `${sign}${padded.slice(0, cut)}${rest === '' ? '' : `.${rest}`}`;
}
