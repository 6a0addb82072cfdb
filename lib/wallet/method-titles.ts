import { query } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import type { WalletLineView } from '@/lib/wallet/wallet-line';

/** Codes of payment methods to how people call them. */
export type MethodTitles = Record<string, Record<Locale, string>>;

/** How the payment methods that lines of a wallet name are called. A method that is gone keeps its code. */
export async function methodTitlesOf(lines: Pick<WalletLineView, 'details'>[]): Promise<MethodTitles> {
  const codes = [...new Set(lines.flatMap(({ details }) => details.method ?? []))];
  if (codes.length === 0) return {};
  const rows = await query<{ code: string; titles: Record<Locale, string> }>(
    'SELECT code, titles FROM payment_methods WHERE code = ANY ($1)',
    [codes],
    'wallet_method_titles',
  );
  return Object.fromEntries(rows.map(({ code, titles }) => [code, titles]));
}

/** The same of every method: for papers whose lines are not known beforehand. */
export async function allMethodTitles(): Promise<MethodTitles> {
  const rows = await query<{ code: string; titles: Record<Locale, string> }>(
    'SELECT code, titles FROM payment_methods',
  );
  return Object.fromEntries(rows.map(({ code, titles }) => [code, titles]));
}
