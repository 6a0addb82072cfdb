/** The most decimals that a coin has in the office, whatever its network counts in. */
export const coinDecimals = 8;

const oddDecimals: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
]);

/** Decimals of a currency by ISO 4217: for systems that do not write as many as the asset has. */
export function fiatDecimals(code: string): number {
  return oddDecimals[code] ?? 2;
}
