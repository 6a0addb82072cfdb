import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { robokassaDouble } from '@/scripts/doubles/systems/robokassa';
import { robokassaSample } from './sample';
import { resultSignature } from './signature';

const payment = samplePayment();

function signed({ amount = '1500.000000', foreignKey, test, otherShop }: NoticeVariant) {
  // The shop is told by its passwords only.
  if (otherShop) return null;
  const password = foreignKey ? 'other-secret' : test ? 't2-secret' : 'p2-secret';
  const invId = String(payment.number);
  return formRequest({
    OutSum: amount,
    InvId: invId,
    Fee: '52.50',
    EMail: payment.email,
    PaymentMethod: 'BankCard',
    IncCurrLabel: 'BankCardPSR',
    SignatureValue: resultSignature('sha256', { outSum: amount, invId, password }).toUpperCase(),
  });
}

export const robokassaFixture: AdapterFixture = {
  settings: { ...robokassaSample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'SignatureValue' },
    event: { by: { number: 1001 }, amount: '1500.00', asset: 'RUB', eventKey: 'paid:1001' },
    answer: plainAnswer('OK1001'),
    amountField: 'OutSum',
  },
  double: robokassaDouble,
  async pay(double) {
    await double.pay?.({ reference: String(payment.number) });
  },
  refund: sampleRefund(startedPayment(payment)),
};
