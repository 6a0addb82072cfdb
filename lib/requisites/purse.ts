import { matchesSafePattern, PATTERN_INPUT_MAX } from './safe-pattern';
import { accepted, refused, type Validator } from './validator';

/** Number or login in a payment system, by the admin's pattern; spaces and case are forgiven. */
export const purse: Validator = {
  code: 'purse',
  normalise(input, { pattern, example }) {
    const wrong = example ? refused('purseExample', { example }) : refused('purse');
    if (pattern === undefined || input.length > PATTERN_INPUT_MAX) return wrong;
    const plain = input.normalize('NFKC');
    const dense = plain.replace(/[\s\p{Dash}]/gu, '');
    // As typed first: a pattern may want its spaces, hyphens or lower case.
    const value = [plain, dense, dense.toUpperCase()].find((form) => matchesSafePattern(pattern, form));
    return value === undefined ? wrong : accepted(value, value, 'tail');
  },
};

/** Patterns of known systems, offered to the admin beside the free one. */
export const pursePresets = {
  webmoney: { pattern: String.raw`^[ZEBXHLTKV]\d{12}$`, example: 'Z123456789012' },
  webmoneyZ: { pattern: String.raw`^Z\d{12}$`, example: 'Z123456789012' },
  webmoneyE: { pattern: String.raw`^E\d{12}$`, example: 'E123456789012' },
  webmoneyX: { pattern: String.raw`^X\d{12}$`, example: 'X123456789012' },
  webmoneyH: { pattern: String.raw`^H\d{12}$`, example: 'H123456789012' },
  webmoneyL: { pattern: String.raw`^L\d{12}$`, example: 'L123456789012' },
  wmid: { pattern: String.raw`^\d{12}$`, example: '123456789012' },
  yoomoney: { pattern: String.raw`^4100\d{7,14}$`, example: '410011234567890' },
  payeer: { pattern: String.raw`^P\d{7,12}$`, example: 'P1234567' },
  perfectMoney: { pattern: String.raw`^[UEG]\d{6,9}$`, example: 'U1234567' },
  volet: {
    pattern: String.raw`^(?:[UEGRHTK]\d{12}|[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,120}\.[A-Za-z]{2,24})$`,
    example: 'U123456789012',
  },
} as const satisfies Record<string, { pattern: string; example: string }>;

export type PursePreset = keyof typeof pursePresets;
