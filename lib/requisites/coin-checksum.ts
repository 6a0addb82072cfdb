const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Decodes Base58 (Bitcoin's alphabet). @returns null for a foreign character or more than 128 characters. */
export function base58Bytes(text: string): Uint8Array | null {
  if (text.length === 0 || text.length > 128) return null;
  let number = 0n;
  for (const character of text) {
    const digit = BASE58.indexOf(character);
    if (digit < 0) return null;
    number = number * 58n + BigInt(digit);
  }
  const leadingZeros = /^1*/.exec(text)?.[0].length ?? 0;
  const hex = number === 0n ? '' : number.toString(16);
  const body = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Uint8Array.from([...new Array<number>(leadingZeros).fill(0), ...body]);
}

/**
 * A CashAddr of a 20-byte hash (P2PKH, P2SH) with or without its prefix.
 * The address validator we use for other coins runs Bech32's checksum here, which accepts any typo.
 * Source: the CashAddr specification of Bitcoin Cash (40-bit BCH code).
 */
export function isCashAddr(address: string, prefix: string): boolean {
  const one = address === address.toUpperCase() ? address.toLowerCase() : address;
  const payload = one.startsWith(`${prefix}:`) ? one.slice(prefix.length + 1) : one;
  if (!/^[qp][02-9ac-hj-np-z]{41}$/.test(payload)) return false;
  const values = [...prefix].map((character) => character.charCodeAt(0) & 31);
  return cashAddrChecksum([...values, 0, ...[...payload].map((c) => BASE32.indexOf(c))]) === 0n;
}

function cashAddrChecksum(values: number[]): bigint {
  const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
  let checksum = 1n;
  for (const value of values) {
    const top = checksum >> 35n;
    checksum = ((checksum & 0x07ffffffffn) << 5n) ^ BigInt(value);
    for (const [bit, generator] of generators.entries()) {
      if ((top >> BigInt(bit)) & 1n) checksum ^= generator;
    }
  }
  return checksum ^ 1n;
}

/**
 * A user-friendly TON address: flags, workchain, 32 bytes and CRC16 in 48 characters of either Base64.
 * The raw form `0:…` has no checksum and is refused. Source: TEP-2.
 */
export function isTonAddress(address: string, network: 'main' | 'test'): boolean {
  if (!/^(?:[A-Za-z0-9_-]{48}|[A-Za-z0-9+/]{48})$/.test(address)) return false;
  const bytes = Buffer.from(address, 'base64url');
  const testOnly = ((bytes[0] ?? 0) & 0x80) !== 0;
  const flags = (bytes[0] ?? 0) & 0x7f;
  const workchain = bytes.readInt8(1);
  if (testOnly !== (network === 'test') || (flags !== 0x11 && flags !== 0x51)) return false;
  return (workchain === 0 || workchain === -1) && crc16(bytes.subarray(0, 34)) === bytes.readUInt16BE(34);
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
