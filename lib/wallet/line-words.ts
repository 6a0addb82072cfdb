import type { Locale } from '@/lib/i18n/locales';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import type { WalletRecordKind } from '@/lib/wallet/wallet-record';

/** Reasons that have words; another code is not shown. */
export const toldReasons = ['paid_out', 'mistake', 'fraud', 'agreement', 'other'] as const;

type ToldReason = (typeof toldReasons)[number];

/** Texts of `wallet.line`. */
export type LineTranslator = (
  key:
    | `kinds.${WalletRecordKind}`
    | `reasons.${ToldReason}`
    | 'to'
    | 'from'
    | 'by'
    | 'toWallet'
    | 'fromWallet'
    | 'receipt'
    | 'fee',
  values?: Record<string, string>,
) => string;

export type LineWords = {
  /** What happened: "Transfer". */
  title: string;
  /** Between whom, by what, why; a sentence each, without an end mark. */
  notes: string[];
  /** What somebody typed. */
  comment: string;
};

type Line = Pick<WalletLineView, 'kind' | 'amount' | 'asset' | 'details'>;

/** A line of the history in words. `amountOf` writes a plain decimal in the reader's form. */
export function lineWords(
  { kind, amount, asset, details }: Line,
  {
    t,
    locale,
    titles,
    amountOf,
  }: { t: LineTranslator; locale: Locale; titles: MethodTitles; amountOf: (amount: string) => string },
): LineWords {
  const isIn = !amount.startsWith('-');
  const { counterparty, method, receipt, reason, comment = '', fee } = details;
  const notes: string[] = [];
  if (counterparty) notes.push(t(isIn ? 'fromWallet' : 'toWallet', { number: counterparty }));
  if (method) notes.push(t(sideOf(kind, isIn), { method: titles[method]?.[locale] ?? method }));
  if (receipt) notes.push(t('receipt', { number: receipt }));
  const told = toldReasons.find((code) => code === reason);
  if (told) notes.push(t(`reasons.${told}`));
  if (fee && /[1-9]/.test(fee)) notes.push(t('fee', { amount: `${amountOf(fee)} ${asset}` }));
  return { title: t(`kinds.${kind}`), notes, comment };
}

/** A top-up comes by a method; an exchange comes from one and goes to one. */
function sideOf(kind: WalletRecordKind, isIn: boolean): 'by' | 'from' | 'to' {
  if (kind === 'top_up') return 'by';
  return isIn ? 'from' : 'to';
}
