import { z } from 'zod';
import { problemMessage } from '@/lib/text';

/**
 * A setting that says how a system calls our assets: `BTC=btc, USDT=usdttrc20`. One name an asset: the same coin on
 * another network is another connection.
 */
export function assetMapSetting(byDefault: string) {
  return z
    .string(problemMessage('required'))
    .trim()
    .min(1, problemMessage('required'))
    .max(2000, problemMessage('invalid'))
    .refine((text) => assetNames(text) !== null, problemMessage('invalid'))
    .default(byDefault);
}

/** The system's name of our asset, or null where the connection does not have it. */
export function nameOfAsset(map: string, asset: string): string | null {
  return assetNames(map)?.get(asset) ?? null;
}

/** Our asset under the system's name, whatever its letters' case, or null. */
export function assetOfName(map: string, name: string | undefined): string | null {
  const found = [...(assetNames(map) ?? [])].find(([, one]) => one.toLowerCase() === name?.toLowerCase());
  return found?.[0] ?? null;
}

/** Our asset → its name; null for a text that is no map, or names something twice. */
function assetNames(text: string): Map<string, string> | null {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  for (const pair of text.split(/[,;\n]/).map((part) => part.trim())) {
    if (pair === '') continue;
    const [, asset = '', name = ''] =
      /^([A-Z0-9]{2,16})\s*=\s*([A-Za-z0-9][A-Za-z0-9_.-]{0,40})$/.exec(pair) ?? [];
    if (asset === '' || names.has(asset) || seen.has(name.toLowerCase())) return null;
    names.set(asset, name);
    seen.add(name.toLowerCase());
  }
  return names.size === 0 ? null : names;
}
