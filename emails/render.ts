import { plainTextSelectors, render, toPlainText } from 'react-email';
import type { Letter, LetterOffice } from '@/emails/_components/letter';
import OfficeAutomaticCompleted from '@/emails/a1';
import OfficeSemiAutomaticPaid from '@/emails/a2';
import OfficeOrderCreated from '@/emails/a3';
import OfficeFundsClaimed from '@/emails/a4';
import OfficeExchangeError from '@/emails/a5';
import AccountExists from '@/emails/account-exists';
import ConfirmEmail from '@/emails/confirm-email';
import OperationToApprove from '@/emails/operation-to-approve';
import OrderCreated from '@/emails/order-created';
import OrderExpiring from '@/emails/order-expiring';
import OrderRevived from '@/emails/order-revived';
import PasswordChanged from '@/emails/password-changed';
import PaymentReceived from '@/emails/payment-received';
import RefundStarted from '@/emails/refund-started';
import OrderRefunded from '@/emails/refunded';
import ResetPassword from '@/emails/reset-password';
import RestAsked from '@/emails/rest-asked';
import SetPassword from '@/emails/set-password';
import ShiftDifference from '@/emails/shift-difference';
import StaffSignIn from '@/emails/staff-sign-in';
import SystemBroken from '@/emails/system-broken';
import SystemWorks from '@/emails/system-works';
import TopUpDeclined from '@/emails/top-up-declined';
import TopUpToCheck from '@/emails/top-up-to-check';
import OrderAccepted from '@/emails/u1';
import FundsReceived from '@/emails/u2';
import OrderCompleted from '@/emails/u3';
import OrderCanceled from '@/emails/u4';
import WalletReversed from '@/emails/wallet-reversed';
import WalletToppedUp from '@/emails/wallet-topped-up';
import WalletTransferIn from '@/emails/wallet-transfer-in';
import WalletTransferOut from '@/emails/wallet-transfer-out';
import WalletWrittenOff from '@/emails/wallet-written-off';
import WithdrawalCanceled from '@/emails/withdrawal-canceled';
import WithdrawalPaid from '@/emails/withdrawal-paid';
import WithdrawalRequested from '@/emails/withdrawal-requested';
import WithdrawalToPay from '@/emails/withdrawal-to-pay';
import type { Locale } from '@/lib/i18n/locales';
import type { LetterCode, LetterProps } from '@/lib/notify/events';

/** Typed over the events: a letter that was forgotten does not compile. */
export const letters: { [C in LetterCode]: Letter<LetterProps<C>> } = {
  order_created: OrderCreated,
  order_revived: OrderRevived,
  U1: OrderAccepted,
  U2: FundsReceived,
  U3: OrderCompleted,
  U4: OrderCanceled,
  order_expiring: OrderExpiring,
  refund_started: RefundStarted,
  refunded: OrderRefunded,
  payment_received: PaymentReceived,
  rest_asked: RestAsked,
  A1: OfficeAutomaticCompleted,
  A2: OfficeSemiAutomaticPaid,
  A3: OfficeOrderCreated,
  A4: OfficeFundsClaimed,
  A5: OfficeExchangeError,
  top_up_declined: TopUpDeclined,
  top_up_to_check: TopUpToCheck,
  withdrawal_requested: WithdrawalRequested,
  withdrawal_paid: WithdrawalPaid,
  withdrawal_canceled: WithdrawalCanceled,
  withdrawal_to_pay: WithdrawalToPay,
  system_broken: SystemBroken,
  system_works: SystemWorks,
  wallet_topped_up: WalletToppedUp,
  wallet_written_off: WalletWrittenOff,
  wallet_reversed: WalletReversed,
  operation_to_approve: OperationToApprove,
  shift_difference: ShiftDifference,
  wallet_transfer_out: WalletTransferOut,
  wallet_transfer_in: WalletTransferIn,
  confirm_email: ConfirmEmail,
  reset_password: ResetPassword,
  password_changed: PasswordChanged,
  account_exists: AccountExists,
  set_password: SetPassword,
  staff_sign_in: StaffSignIn,
};

type RenderInput<C extends LetterCode> = {
  code: C;
  locale: Locale;
  props: LetterProps<C>;
  office: LetterOffice;
};

export type RenderedLetter = { subject: string; html: string; text: string };

/** Writes one letter: subject line, HTML, and the same in plain text. */
export async function renderLetter<C extends LetterCode>(input: RenderInput<C>): Promise<RenderedLetter> {
  const letter: Letter<LetterProps<C>> = letters[input.code];
  const view = { ...input.props, locale: input.locale, office: input.office };
  const html = await render(letter(view));
  return { subject: letter.subject(view), html, text: plainText(html) };
}

function plainText(html: string): string {
  return toPlainText(html, {
    // Lines are broken by the reader's program: a broken link or account would be useless.
    wordwrap: false,
    selectors: [
      ...plainTextSelectors,
      { selector: '[data-skip-in-text=true]', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: false, noAnchorUrl: true } },
      {
        selector: 'table.facts',
        format: 'dataTable',
        options: { colSpacing: 2, rowSpacing: 0, maxColumnWidth: 200, uppercaseHeaderCells: false },
      },
    ],
  });
}
