import type { PayToLine } from '@/lib/exchange/types';
import type { RequisiteField } from '@/lib/requisites/field';
import type { AssetCode } from './assets';

export type MethodSeed = {
  code: string;
  kind: 'bank' | 'card' | 'emoney' | 'crypto' | 'cash';
  asset: AssetCode;
  titles: { en: string; ru: string };
  fields: RequisiteField[];
  instructions: { en: string; ru: string };
  /** Fees and limits as decimals of the asset. */
  payInFeeBps?: number;
  payOutFeeBps?: number;
  payOutFee?: string;
  minIn: string;
  maxIn: string;
  minOut: string;
  maxOut: string;
  reserve: string;
  city?: string;
  qrKind: 'none' | 'coin' | 'ru_bank' | 'epc';
  /** The pool of the office's own requisites. */
  office: PayToLine[][];
  /** What goes by the demo's connection to the simulator. */
  system?: { payIn: boolean; payOut: boolean };
  defaultType?: 'automatic' | 'semi_automatic' | 'operator';
  payerMustMatch?: boolean;
  toleranceBps?: number;
};

export const line = (key: string, en: string, ru: string, value: string, copy = true): PayToLine => ({
  key,
  titles: { en, ru },
  value,
  copy,
});
export const recipient = (value: string) => line('recipient', 'Recipient', 'Получатель', value);
export const cardLine = (value: string) => line('card', 'Card number', 'Номер карты', value);
export const phoneLine = (value: string) => line('phone', 'Phone (fast payments)', 'Телефон (СБП)', value);
export const address = (value: string) => line('address', 'Address', 'Адрес', value);
export const purseLine = (value: string) => line('purse', 'Wallet number', 'Номер кошелька', value);
export const place = (en: string, ru: string, value: string) => line('place', en, ru, value, false);
