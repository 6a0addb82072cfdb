import type { ApprovalReason, TillKind, WriteOffReason } from '@/lib/cashier/till-words';
import type { Locale } from '@/lib/i18n/locales';

/** Why money was taken out of a wallet, as letters say it. */
export const writeOffReasonWords: Record<Locale, Record<WriteOffReason, string>> = {
  en: {
    paid_out: 'Paid out at the till',
    mistake: 'Correction of a mistake',
    fraud: 'Suspected fraud',
    agreement: 'As agreed with you',
    other: 'Other',
  },
  ru: {
    paid_out: 'Выдано в кассе',
    mistake: 'Исправление ошибки',
    fraud: 'Подозрение на мошенничество',
    agreement: 'По договоренности с вами',
    other: 'Другое',
  },
};

export const approvalReasonWords: Record<Locale, Record<ApprovalReason, string>> = {
  en: {
    over_operation: 'over the cashier’s limit per operation',
    over_day: 'over the cashier’s limit per day',
    threshold: 'over the office’s threshold',
    same_receipt: 'the receipt number was used before',
  },
  ru: {
    over_operation: 'больше лимита кассира на операцию',
    over_day: 'больше дневного лимита кассира',
    threshold: 'больше порога офиса',
    same_receipt: 'номер чека уже использован',
  },
};

export const tillKindWords: Record<Locale, Record<TillKind, string>> = {
  en: { top_up: 'Top-up', write_off: 'Write-off' },
  ru: { top_up: 'Пополнение', write_off: 'Списание' },
};
