import type { z } from 'zod';
import {
  accountExistsProps,
  linkLetterProps,
  operationLetterProps,
  orderLetterProps,
  passwordChangedProps,
  setPasswordProps,
  shiftLetterProps,
  staffSignInProps,
  systemLetterProps,
  topUpLetterProps,
  walletLetterProps,
  withdrawalLetterProps,
} from '@/lib/notify/event-props';

type LetterEvent = {
  /** Letters to the office go to ADMIN_EMAIL unless another address is given. */
  to: 'customer' | 'office' | 'person';
  props: z.ZodType;
  /** Carries a link that acts for the reader: it is not kept once it has left, nor shown to other people. */
  secret: boolean;
};

/**
 * Everything the office writes of: who gets it and what it is told. The letter itself is `emails/<code>.tsx`
 * (file names in kebab-case); emails/render.tsx is typed over this table, so a missing letter does not compile.
 */
export const letterEvents = {
  /** Order created, of any type. */
  order_created: { to: 'customer', props: orderLetterProps, secret: false },
  /** Taken up again after it had ended, at the old rate or the present one. */
  order_revived: { to: 'customer', props: orderLetterProps, secret: false },
  /** Accepted for processing, with the details to pay to. */
  U1: { to: 'customer', props: orderLetterProps, secret: false },
  /** Funds received; the operator's date and text. */
  U2: { to: 'customer', props: orderLetterProps, secret: false },
  U3: { to: 'customer', props: orderLetterProps, secret: false },
  U4: { to: 'customer', props: orderLetterProps, secret: false },
  order_expiring: { to: 'customer', props: orderLetterProps, secret: false },
  refund_started: { to: 'customer', props: orderLetterProps, secret: false },
  refunded: { to: 'customer', props: orderLetterProps, secret: false },
  /** Money has come by a payment system, as agreed or not. */
  payment_received: { to: 'customer', props: orderLetterProps, secret: false },
  /** Less came than agreed: the rest is asked for. */
  rest_asked: { to: 'customer', props: orderLetterProps, secret: false },
  /** An automatic exchange is completed. */
  A1: { to: 'office', props: orderLetterProps, secret: false },
  /** A semi-automatic request is paid, to be processed. */
  A2: { to: 'office', props: orderLetterProps, secret: false },
  /** An operator's request was created. */
  A3: { to: 'office', props: orderLetterProps, secret: false },
  /** Funds may have been received. */
  A4: { to: 'office', props: orderLetterProps, secret: false },
  /** An exchange error: which exception, and what to decide. */
  A5: { to: 'office', props: orderLetterProps, secret: false },
  /** A top-up was crossed out by an operator, or declined by a cashier. */
  top_up_declined: { to: 'customer', props: topUpLetterProps, secret: false },
  /** The customer says that he has paid a top-up directly, or a system's word of it does not fit. */
  top_up_to_check: { to: 'office', props: topUpLetterProps, secret: false },
  /** Somebody asked to be paid out of a wallet: it may not have been its holder. */
  withdrawal_requested: { to: 'customer', props: withdrawalLetterProps, secret: false },
  withdrawal_paid: { to: 'customer', props: withdrawalLetterProps, secret: false },
  /** Taken back, or refused: the money is in the wallet again. */
  withdrawal_canceled: { to: 'customer', props: withdrawalLetterProps, secret: false },
  /** A withdrawal that people have to pay, approve or look at. */
  withdrawal_to_pay: { to: 'office', props: withdrawalLetterProps, secret: false },
  /** A payment system fails again and again: its methods were taken off the storefront. */
  system_broken: { to: 'office', props: systemLetterProps, secret: false },
  system_works: { to: 'office', props: systemLetterProps, secret: false },
  /** A wallet was credited: at the till, by a payment system, or by a payment that was confirmed. */
  wallet_topped_up: { to: 'customer', props: walletLetterProps, secret: false },
  /** A cashier took money out of a wallet. */
  wallet_written_off: { to: 'customer', props: walletLetterProps, secret: false },
  /** An operation of the till was taken back. */
  wallet_reversed: { to: 'customer', props: walletLetterProps, secret: false },
  /** An operation of the till waits for a second person. */
  operation_to_approve: { to: 'office', props: operationLetterProps, secret: false },
  /** A drawer that was counted is not what the books say. */
  shift_difference: { to: 'office', props: shiftLetterProps, secret: false },
  /** From wallet to wallet: to whoever sends, and to whoever receives. */
  wallet_transfer_out: { to: 'customer', props: walletLetterProps, secret: false },
  wallet_transfer_in: { to: 'customer', props: walletLetterProps, secret: false },
  confirm_email: { to: 'person', props: linkLetterProps, secret: true },
  reset_password: { to: 'person', props: linkLetterProps, secret: true },
  password_changed: { to: 'person', props: passwordChangedProps, secret: false },
  account_exists: { to: 'person', props: accountExistsProps, secret: false },
  set_password: { to: 'person', props: setPasswordProps, secret: true },
  staff_sign_in: { to: 'person', props: staffSignInProps, secret: false },
} as const satisfies Record<string, LetterEvent>;

export type LetterCode = keyof typeof letterEvents;

/** What the letter of this code is told. */
export type LetterProps<C extends LetterCode = LetterCode> = z.infer<(typeof letterEvents)[C]['props']>;

export const letterCodes = Object.keys(letterEvents) as LetterCode[];

/** Whether a text from outside, or from the database, names one of our letters. */
export function isLetterCode(text: string): text is LetterCode {
  return Object.hasOwn(letterEvents, text);
}
