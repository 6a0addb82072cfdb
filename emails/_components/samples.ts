import type { LetterOffice } from '@/emails/_components/letter';
import type { OrderView } from '@/emails/_components/order-letter';
import type { Locale } from '@/lib/i18n/locales';
import { orderLetterSample } from '@/lib/notify/letter-samples';

/** Invented data for previews. */
export const sampleOffice: LetterOffice = {
  name: 'Kantor',
  contactEmail: 'support@kantor.example',
  timeZone: 'Europe/Moscow',
};

export function sampleOrder(changes: Partial<OrderView> = {}): OrderView {
  const locale: Locale = changes.locale ?? 'en';
  return { locale, office: sampleOffice, ...orderLetterSample(locale), ...changes };
}
