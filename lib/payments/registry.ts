import { env } from '@/lib/env';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { btcpay } from '@/lib/payments/systems/btcpay';
import { direct } from '@/lib/payments/systems/direct';
import { interkassa } from '@/lib/payments/systems/interkassa';
import { mykassa } from '@/lib/payments/systems/mykassa';
import { nowpayments } from '@/lib/payments/systems/nowpayments';
import { payeer } from '@/lib/payments/systems/payeer';
import { paymaster } from '@/lib/payments/systems/paymaster';
import { paymasterRest } from '@/lib/payments/systems/paymaster_rest';
import { paypal } from '@/lib/payments/systems/paypal';
import { perfectmoney } from '@/lib/payments/systems/perfectmoney';
import { qiwi } from '@/lib/payments/systems/qiwi';
import { rbkmoney } from '@/lib/payments/systems/rbkmoney';
import { robokassa } from '@/lib/payments/systems/robokassa';
import { sber } from '@/lib/payments/systems/sber';
import { shkeeper } from '@/lib/payments/systems/shkeeper';
import { simulator } from '@/lib/payments/systems/simulator';
import { stripe } from '@/lib/payments/systems/stripe';
import { tbank } from '@/lib/payments/systems/tbank';
import { volet } from '@/lib/payments/systems/volet';
import { webmoney } from '@/lib/payments/systems/webmoney';
import { yookassa } from '@/lib/payments/systems/yookassa';
import { yoomoney } from '@/lib/payments/systems/yoomoney';

/**
 * Every payment system whose interface the office speaks, in the order in which admins are shown them. A method
 * without a connection is `direct`: the customer pays to the office's own details and the operator confirms.
 */
export const paymentSystems: readonly PaymentSystem[] = [
  simulator,
  direct,
  stripe,
  robokassa,
  yoomoney,
  btcpay,
  yookassa,
  nowpayments,
  webmoney,
  tbank,
  paypal,
  sber,
  shkeeper,
  paymaster,
  paymasterRest,
  payeer,
  interkassa,
  perfectmoney,
  qiwi,
  rbkmoney,
  mykassa,
  volet,
];

/** The system under that code, or null. Says nothing about whether it is offered. */
export function paymentSystem(code: string): PaymentSystem | null {
  return paymentSystems.find((system) => system.code === code) ?? null;
}

/** Whether new connections to it may be made here, and its callbacks are heard: see `PaymentSystem.standing`. */
export function isOffered({ code, standing }: PaymentSystem): boolean {
  const { KANTOR_SYSTEMS, KANTOR_ENV } = env();
  if (standing === 'service' || KANTOR_SYSTEMS.includes(code)) return true;
  return standing === 'simulator' && KANTOR_ENV !== 'production';
}

/** The systems an admin may connect. */
export function offeredSystems(): PaymentSystem[] {
  return paymentSystems.filter(isOffered);
}
