import type { LetterOffice } from '@/emails/_components/letter';
import type { OrderView } from '@/emails/_components/order-letter';
import type { Locale } from '@/lib/i18n/locales';
import type { WalletLetterProps } from '@/lib/notify/event-props';
import { orderLetterSample } from '@/lib/notify/letter-samples';

/** Invented data for previews. */
export const sampleOffice: LetterOffice = {
  name: 'Kantor',
  contactEmail: 'support@kantor.example',
  timeZone: 'Europe/Moscow',
};

export const sampleSystem = {
  system: 'Robokassa',
  label: 'Main shop',
  at: '2026-11-22T09:15:00.000Z',
  methods: ['SBERRUB', 'TCSBRUB'],
  url: 'https://kantor.example/en/admin/systems/con_4k2m8v1c9x3n7b5d',
};

export function sampleOrder(changes: Partial<OrderView> = {}): OrderView {
  const locale: Locale = changes.locale ?? 'en';
  return { locale, office: sampleOffice, ...orderLetterSample(locale), ...changes };
}

/** An invented wallet's line. */
export const sampleWallet: Pick<
  WalletLetterProps,
  'name' | 'number' | 'amount' | 'asset' | 'balance' | 'at' | 'url'
> = {
  name: 'Anna',
  number: '482 109 3755',
  amount: '1500.50',
  asset: 'RUB',
  balance: '12340.50',
  at: '2026-11-22T09:15:00.000Z',
  url: 'https://kantor.example/en/cabinet/wallet',
};
