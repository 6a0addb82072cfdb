import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { simulatorDouble } from '@/scripts/doubles/systems/simulator';
import { accepted, signatureFor, signatureHeader } from './notice';
import { simulatorSample } from './sample';

const payment = samplePayment();

function signed({ amount = '1500.00', otherShop, test, foreignKey }: NoticeVariant) {
  const body = JSON.stringify({
    event: 'payment.paid',
    shop: otherShop ? 'another-shop' : simulatorSample.shop,
    operationId: 'sim_0123456789bcdfgh',
    test: test ?? false,
    paymentId: payment.paymentId,
    amount,
    asset: 'RUB',
    fee: '15.00',
    payer: { account: '41001', name: 'Pat Sample' },
  });
  const secret = foreignKey ? 'another-secret' : simulatorSample.secret;
  return jsonRequest(body, { [signatureHeader]: signatureFor(secret, body) });
}

export const simulatorFixture: AdapterFixture = {
  settings: simulatorSample,
  payment,
  notice: {
    signed,
    signature: { in: 'header', name: signatureHeader },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId: 'sim_0123456789bcdfgh',
      eventKey: 'sim_0123456789bcdfgh:payment.paid',
    },
    answer: accepted,
  },
  double: simulatorDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  payout: samplePayout({ destination: { account: '4000 0000 0000 1000' } }),
  refund: sampleRefund(startedPayment(payment)),
};
