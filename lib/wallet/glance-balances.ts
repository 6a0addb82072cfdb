import type { Locale } from '@/lib/i18n/locales';
import type { WalletSettings } from '@/lib/wallet/wallet-settings';

/** Plain decimals with all of the asset's digits. */
export type GlanceBalance = { asset: string; balance: string; held: string };

/** A wallet as the head of a page shows it. */
export type WalletGlance = {
  version: string;
  /** Ten digits. */
  number: string;
  /** How the office names its wallets. */
  titles: Record<Locale, string>;
  /** What the office allows. */
  uses: WalletSettings['uses'];
  balances: GlanceBalance[];
};

/** The balance that stands for the wallet where there is room for one: the first that is not empty. */
export function mainBalance(balances: GlanceBalance[]): GlanceBalance | undefined {
  return balances.find(({ balance }) => /[1-9]/.test(balance)) ?? balances[0];
}

/**
 * By how much each balance changed, signed plain decimals of the asset's own digits; assets without a change are left
 * out. Works on the texts: both have the same number of digits after the mark.
 */
export function balanceChanges(before: GlanceBalance[], after: GlanceBalance[]): Record<string, string> {
  const known = new Map(before.map(({ asset, balance }) => [asset, balance]));
  const changes = after.map(({ asset, balance }) => [asset, difference(balance, known.get(asset) ?? '0')]);
  return Object.fromEntries(changes.filter(([, change]) => /[1-9]/.test(change ?? '')));
}

function difference(after: string, before: string): string {
  const scale = after.split('.')[1]?.length ?? 0;
  const units = unitsOf(after, scale) - unitsOf(before, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  return `${units < 0n ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
}

function unitsOf(text: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0').slice(0, scale)}`);
}
