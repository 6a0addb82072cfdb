/** What stands before the number in a wallet's QR code, so that other codes are not taken for one. */
const scheme = 'kantor-wallet:';

/**
 * The ten digits in a scanned code: `kantor-wallet:4821093755`, or the number alone, grouped or not. Null where the
 * code is something else's. The check digit is the server's to look at.
 */
export function numberInCode(text: string): string | null {
  const trimmed = text.trim();
  const isOurs = trimmed.toLowerCase().startsWith(scheme);
  const digits = (isOurs ? trimmed.slice(scheme.length) : trimmed).replace(/[\s-]/g, '');
  return /^[1-9]\d{9}$/.test(digits) ? digits : null;
}
