import type { Order } from '@/lib/exchange/order-row';
import { formatUnits } from '@/lib/money';
import { epcCode, paymentUri, russianTransferCode } from '@/lib/requisites/payment-codes';

/** Under which names the office's details carry what a code needs; the first that is there counts. */
const lineKeys = {
  payee: ['recipient', 'payee', 'holder', 'name'],
  account: ['account'],
  bic: ['bic'],
  bank: ['bank', 'bank_name'],
  correspondent: ['correspondent', 'corr_account', 'corr'],
  inn: ['inn'],
  iban: ['iban'],
} as const;

type Paid = Pick<Order, 'id' | 'payTo' | 'giveUnits'> & {
  from: Pick<Order['from'], 'asset' | 'scale' | 'qrKind' | 'fields'>;
};

/**
 * What the QR code beside the details says, so that nothing has to be typed on the phone that pays: a coin's link,
 * a Russian bank transfer (ST00012) or a SEPA one. Null where the method has none, or its details do not suffice.
 */
export function orderPayCode(order: Paid): string | null {
  switch (order.from.qrKind) {
    case 'coin':
      return coinCode(order);
    case 'ru_bank':
      return russianCode(order);
    case 'epc':
      return sepaCode(order);
    default:
      return null;
  }
}

function coinCode({ payTo, giveUnits, from }: Paid): string | null {
  const address = payTo.find(({ key }) => key === 'address')?.value;
  const network = from.fields.find(({ params }) => params.network)?.params.network;
  // A code without the tag beside the address would lose the money on the way.
  if (!address || !network || payTo.some(({ key }) => key === 'memo' || key === 'tag')) return null;
  return paymentUri({ network, address, amount: formatUnits(giveUnits, from.scale) });
}

function russianCode({ payTo, giveUnits, from }: Paid): string | null {
  const value = reader(payTo);
  const [payee, account, bic] = [value('payee'), digits(value('account')), digits(value('bic'))];
  if (from.asset !== 'RUB' || from.scale !== 2 || !payee) return null;
  if (account.length !== 20 || bic.length !== 9) return null;
  return russianTransferCode({
    payee,
    account,
    bic,
    bankName: value('bank'),
    correspondentAccount: digits(value('correspondent')),
    inn: digits(value('inn')),
    sumKopecks: giveUnits,
  });
}

function sepaCode({ id, payTo, giveUnits, from }: Paid): string | null {
  const value = reader(payTo);
  const [payee, iban] = [value('payee'), value('iban')];
  if (from.asset !== 'EUR' || from.scale !== 2 || !payee || !iban || giveUnits > 99_999_999_999n) return null;
  // The remittance text is what tells one customer's transfer from another's.
  return epcCode({ payee, iban, bic: value('bic'), sumCents: giveUnits, purpose: id });
}

function reader(payTo: Paid['payTo']) {
  return (name: keyof typeof lineKeys): string => {
    const keys: readonly string[] = lineKeys[name];
    const line = keys.map((key) => payTo.find((found) => found.key === key)).find(Boolean);
    return line?.value.trim() ?? '';
  };
}

function digits(text: string): string {
  return text.replace(/\s/g, '');
}
