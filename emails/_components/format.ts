import type { LetterOffice } from '@/emails/_components/letter';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { OrderLetterProps } from '@/lib/notify/event-props';

/** "0.1337 BTC": the amount in the reader's form, kept on one line with its asset. */
export function money(amount: string, asset: string, locale: Locale): string {
  return `${formatAmount(amount, locale)}\u00a0${asset}`;
}

/** "1 BTC = 9,349,289.45 RUB". */
export function rateLine(rate: OrderLetterProps['rate'], locale: Locale): string {
  return `${money(rate.in, rate.fromAsset, locale)} = ${money(rate.out, rate.toAsset, locale)}`;
}

/** A moment in the office's zone, with the zone said: a letter is read anywhere. */
export function moment(iso: string, locale: Locale, office: LetterOffice): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', {
    timeZone: office.timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));
}
