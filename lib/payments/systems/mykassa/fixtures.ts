import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
} from '@/lib/payments/testing/fixture';
import { signature } from './signature';

const payment = samplePayment();
export const mykassaSample = {
  projectId: '12345',
  secretKey: 'first-secret',
  secondSecretKey: 'second-secret',
  asset: 'RUB',
} as const;

function signed({ amount = '1500.00', otherShop, test, foreignKey }: NoticeVariant) {
  if (test) return null;
  const project = otherShop ? '54321' : mykassaSample.projectId;
  const order = String(payment.number);
  const secret = foreignKey ? 'another-secret' : mykassaSample.secondSecretKey;
  return formRequest({
    MERCHANT_ID: project,
    AMOUNT: amount,
    MYKASSA_ID: '777',
    MERCHANT_ORDER_ID: order,
    SIGN: signature({ project, amount, secret, order }),
  });
}

export const mykassaFixture: AdapterFixture = {
  settings: { ...mykassaSample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'SIGN' },
    event: { by: { number: 1001 }, amount: '1500.00', asset: 'RUB', eventKey: 'paid:1001' },
    answer: plainAnswer('YES'),
    amountField: 'AMOUNT',
  },
};
