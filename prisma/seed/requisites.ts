import { createHash } from 'node:crypto';
import type { RequisiteField } from '@/lib/requisites/field';
import type { Chance } from './chance';
import type { CustomerSeed } from './people';

const ibans = [
  'DE89370400440532013000',
  'GB33BUKB20201555555555',
  'FR1420041010050500013M02606',
  'PL61109010140000071219812874',
];
/** Published examples: their checksum needs more than a demo should carry. */
const tonAddresses = [
  'EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2',
  'EQBvW8Z5huBkMJYdnfAEM5JqTNkuWX3diqYENkWsIL0XggGG',
];
const base58Versions: Record<string, number> = { bitcoin: 0x00, litecoin: 0x30, tron: 0x41 };

/** Something that this field's check accepts; nobody's real account. */
export function madeUpValue(field: RequisiteField, customer: CustomerSeed, chance: Chance): string {
  switch (field.validator) {
    case 'card':
      return withLuhn(`220220${chance.digits(9)}`);
    case 'iban':
      return chance.pick(ibans);
    case 'phone':
      return customer.phone ?? `+7916${chance.digits(7)}`;
    case 'name':
      return customer.name;
    case 'email':
      return customer.email;
    case 'purse':
      return fromExample(field.params.example ?? '', chance);
    case 'coin':
      return coinAddress(field.params.network ?? 'bitcoin', chance);
    case 'memo':
      return chance.digits(8);
    default:
      return chance.digits(10);
  }
}

/** The example's letters and leading digits with other digits after them. */
function fromExample(example: string, chance: Chance): string {
  const [, head = '', tail = ''] = /^(4100|\D*)(\d*)$/.exec(example) ?? [];
  return head + chance.digits(tail.length);
}

function coinAddress(network: string, chance: Chance): string {
  if (network === 'ton') return chance.pick(tonAddresses);
  if (network === 'ethereum') return `0x${Buffer.from(chance.bytes(20)).toString('hex')}`;
  return base58Check(base58Versions[network] ?? 0, chance.bytes(20));
}

/** Version byte, hash, four bytes of a double SHA-256, in the alphabet of Bitcoin. */
function base58Check(version: number, hash: Uint8Array): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const body = Buffer.concat([Buffer.from([version]), hash]);
  const bytes = Buffer.concat([body, sha(sha(body)).subarray(0, 4)]);
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  while (rest > 0n) {
    text = alphabet.charAt(Number(rest % 58n)) + text;
    rest /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros) + text;
}

function withLuhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}
