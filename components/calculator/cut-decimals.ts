/** The typed amount without the decimals that its asset does not have: `12,3456` with 2 → `12.34`. */
export function cutDecimals(text: string, scale: number): string | null {
  const parts = /^([\d\s'’.,]*)[.,](\d+)$/.exec(text.trim());
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  const digits = whole.replace(/\D/g, '') || '0';
  return scale === 0 ? digits : `${digits}.${fraction.slice(0, scale)}`;
}
