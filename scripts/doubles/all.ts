import type { Double } from './double';
import { btcpayDouble } from './systems/btcpay';
import { interkassaDouble } from './systems/interkassa';
import { nowpaymentsDouble } from './systems/nowpayments';
import { payeerDouble } from './systems/payeer';
import { paymasterDouble } from './systems/paymaster';
import { paypalDouble } from './systems/paypal';
import { perfectmoneyDouble } from './systems/perfectmoney';
import { qiwiDouble } from './systems/qiwi';
import { robokassaDouble } from './systems/robokassa';
import { sberDouble } from './systems/sber';
import { shkeeperDouble } from './systems/shkeeper';
import { stripeDouble } from './systems/stripe';
import { tbankDouble } from './systems/tbank';
import { voletDouble } from './systems/volet';
import { webmoneyDouble } from './systems/webmoney';
import { yookassaDouble } from './systems/yookassa';
import { yoomoneyDouble } from './systems/yoomoney';

/**
 * Every double, each in a state of its own. One line a system. The simulator is not among them: it lives in the office.
 */
export const allDoubles: readonly (() => Double)[] = [
  btcpayDouble,
  interkassaDouble,
  nowpaymentsDouble,
  payeerDouble,
  paymasterDouble,
  paypalDouble,
  perfectmoneyDouble,
  qiwiDouble,
  robokassaDouble,
  sberDouble,
  shkeeperDouble,
  stripeDouble,
  tbankDouble,
  voletDouble,
  webmoneyDouble,
  yookassaDouble,
  yoomoneyDouble,
];
