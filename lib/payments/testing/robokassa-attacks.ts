import { createHash } from 'node:crypto';
import { extendMd5 } from '@/lib/payments/testing/extend-md5';
import { type Attack, amountAttacks, sum, transportAttacks } from '@/lib/payments/testing/robokassa-forms';

/** What is known of a trial office to whoever attacks its door, and the secrets he is supposed not to know. */
export type Scene = {
  /** His own payment of 60,000.00, which he wants to be taken for paid. */
  own: number;
  /** Another customer's of 6,000.00, whose notice he has somehow seen. */
  other: number;
  /** A payment of the same number range by another account with the system. */
  foreign: number;
  password1: string;
  password2: string;
  testPassword2: string;
  foreignPassword2: string;
};

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

/** Tries to have a payment by Robokassa taken for paid. `sign` is what only the system can do. */
export function robokassaAttacks(scene: Scene): Attack[] {
  const { own, other, foreign, password2 } = scene;
  const sign = (outSum: string, invId: number | string, password = password2) =>
    md5(`${outSum}:${invId}:${password}`);
  const signed = (outSum: string, invId: number | string, password?: string) =>
    form({ OutSum: outSum, InvId: String(invId), SignatureValue: sign(outSum, invId, password) });
  const right = sign(sum, own);
  const real = signed(sum, own);
  const bare = form({ OutSum: sum, InvId: String(own) });
  const seen = sign('6000.00', other);
  return [
    ...signatures({ scene, bare, right, seen }),
    ...pollution({ scene, bare, real, right, seen }),
    ...lookAlikes({ own, right, bare }),
    ...amountAttacks(own, signed),
    { name: 'a payment that does not exist', body: signed(sum, 2_000_000_000), why: 'unknown_payment' },
    { name: 'a payment by another account', body: signed(sum, foreign), why: 'unknown_payment' },
    { name: 'number zero', body: signed(sum, 0), why: 'malformed' },
    { name: 'a negative number', body: signed(sum, -own), why: 'malformed' },
    { name: 'a number beyond the integers', body: signed(sum, '99999999999999999999'), why: 'malformed' },
    { name: 'a number with leading zeros', body: signed(sum, `000${own}`), why: 'malformed' },
    { name: 'a number with decimals', body: signed(sum, `${own}.0`), why: 'malformed' },
    { name: 'a number that is SQL', body: signed(sum, `${own} OR 1=1`), why: 'malformed' },
    ...transportAttacks({ real, own, right }),
  ];
}

type Made = { scene: Scene; bare: string; right: string; seen: string };

function signatures({ scene, bare, right, seen }: Made): Attack[] {
  const { own, other, password1, password2, testPassword2, foreignPassword2 } = scene;
  const withSignature = (value: string) => `${bare}&${form({ SignatureValue: value })}`;
  const text = `${sum}:${own}`;
  const extended = extendMd5(md5(`${text}:${password2}`), `${text}:${password2}`.length, ':Shp_a=1');
  return [
    { name: 'no signature', body: bare, why: 'no_signature' },
    { name: 'an empty signature', body: withSignature(''), why: 'no_signature' },
    { name: 'a signature of spaces', body: withSignature(' '.repeat(32)), why: 'bad_signature' },
    { name: 'a signature cut short', body: withSignature(right.slice(0, 31)), why: 'bad_signature' },
    { name: 'a signature with a tail', body: withSignature(`${right}0`), why: 'bad_signature' },
    { name: 'another algorithm', body: withSignature(sha256(`${text}:${password2}`)), why: 'bad_signature' },
    { name: 'an algorithm called none', body: withSignature('none'), why: 'bad_signature' },
    {
      name: 'a digest that PHP takes for zero',
      body: withSignature(`0e${'1'.repeat(30)}`),
      why: 'bad_signature',
    },
    { name: 'an empty password', body: withSignature(md5(`${text}:`)), why: 'bad_signature' },
    {
      name: 'the password of the pay form',
      body: withSignature(md5(`${text}:${password1}`)),
      why: 'bad_signature',
    },
    {
      name: 'the password of another shop',
      body: withSignature(md5(`${text}:${foreignPassword2}`)),
      why: 'bad_signature',
    },
    {
      name: 'the password of the test mode',
      body: withSignature(md5(`${text}:${testPassword2}`)),
      why: 'test_notice',
    },
    {
      name: 'a true signature marked as a test',
      body: `${withSignature(right)}&IsTest=1`,
      why: 'test_notice',
    },
    { name: 'length extension', body: `${withSignature(extended.digest)}&Shp_a=1`, why: 'bad_signature' },
    {
      name: 'length extension with its padding in a field',
      body: `${withSignature(extended.digest)}&Shp_%80=${encodeURIComponent(extended.glue.toString('latin1'))}`,
      why: 'malformed',
    },
    { name: "replay of another order's notice", body: withSignature(seen), why: 'bad_signature' },
    {
      name: "another order's notice with this order's number",
      body: form({ OutSum: '6000.00', InvId: String(own), SignatureValue: seen }),
      why: 'bad_signature',
    },
    {
      name: "another order's true signature for a larger sum",
      body: form({ OutSum: sum, InvId: String(other), SignatureValue: seen }),
      why: 'bad_signature',
    },
    {
      name: 'a field put under a true signature',
      body: `${withSignature(right)}&Shp_rate=1`,
      why: 'bad_signature',
    },
  ];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function pollution({ scene: { own, other }, bare, real, right, seen }: Made & { real: string }): Attack[] {
  const others = form({ OutSum: '6000.00', InvId: String(other), SignatureValue: seen });
  return [
    { name: 'the number twice', body: `${others}&InvId=${own}`, why: 'malformed' },
    { name: 'the sum twice', body: `OutSum=1.00&${real}`, why: 'malformed' },
    { name: 'the signature twice', body: `SignatureValue=${right}&${real}`, why: 'malformed' },
    {
      name: 'an array of sums',
      body: `OutSum[]=${sum}&InvId=${own}&SignatureValue=${right}`,
      why: 'malformed',
    },
    {
      name: 'an indexed number',
      body: `OutSum=${sum}&InvId[0]=${own}&SignatureValue=${right}`,
      why: 'malformed',
    },
    { name: 'an operator for a signature', body: `${bare}&SignatureValue[$ne]=x`, why: 'malformed' },
    {
      name: 'an encoded array name beside the real one',
      body: `${real}&InvId%5B%5D=${other}`,
      why: 'malformed',
    },
    { name: 'names in the wrong case', body: real.toLowerCase(), why: 'malformed' },
    { name: 'the prototype of all objects', body: `__proto__=1&${bare}&constructor=1`, why: 'no_signature' },
    {
      name: 'half in the query, half in the body',
      query: `InvId=${own}`,
      body: `OutSum=${sum}&SignatureValue=${right}`,
      why: 'malformed',
    },
  ];
}

function lookAlikes({ own, right, bare }: { own: number; right: string; bare: string }): Attack[] {
  const wide = String(own).replace(/\d/g, (figure) => String.fromCodePoint(0xff10 + Number(figure)));
  const cyrillic = right.replace('a', '\u0430').replace('c', '\u0441').replace('e', '\u0435');
  return [
    {
      name: 'a Cyrillic letter in the name of a field',
      body: form({ '\u041eutSum': sum, InvId: String(own), SignatureValue: right }),
      why: 'malformed',
    },
    {
      name: 'Cyrillic letters in the signature',
      body: `${bare}&${form({ SignatureValue: `${cyrillic}\u200b` })}`,
      why: 'bad_signature',
    },
    {
      name: 'wide figures in the number',
      body: form({ OutSum: sum, InvId: wide, SignatureValue: right }),
      why: 'malformed',
    },
    {
      name: 'wide figures in the sum',
      body: form({ OutSum: '\uff16\uff10\uff10\uff10\uff10.00', InvId: String(own), SignatureValue: right }),
      why: 'bad_signature',
    },
    {
      name: 'an invisible space in the number',
      body: form({ OutSum: sum, InvId: `${own}\u200b`, SignatureValue: right }),
      why: 'malformed',
    },
  ];
}
