import type { Double } from './double';
import { btcpayDouble } from './systems/btcpay';
import { nowpaymentsDouble } from './systems/nowpayments';
import { paypalDouble } from './systems/paypal';
import { robokassaDouble } from './systems/robokassa';
import { stripeDouble } from './systems/stripe';
import { tbankDouble } from './systems/tbank';
import { webmoneyDouble } from './systems/webmoney';
import { yookassaDouble } from './systems/yookassa';
import { yoomoneyDouble } from './systems/yoomoney';

/**
 * Every double, each in a state of its own. One line a system. The simulator is not among them: it lives in the office.
 */
export const allDoubles: readonly (() => Double)[] = [
  btcpayDouble,
  nowpaymentsDouble,
  paypalDouble,
  robokassaDouble,
  stripeDouble,
  tbankDouble,
  webmoneyDouble,
  yookassaDouble,
  yoomoneyDouble,
];
