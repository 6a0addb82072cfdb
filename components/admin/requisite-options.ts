import { pursePresets } from '@/lib/requisites/purse';

/** Choices of the fields editor. Networks come from the server: their checks are too large for a browser. */
export type CoinNetwork = { code: string; title: string };

export const validatorNames = [
  'card',
  'iban',
  'phone',
  'email',
  'purse',
  'coin',
  'memo',
  'account',
  'bic',
  'name',
  'text',
] as const;

export const pursePatterns = Object.values(pursePresets);
