import type { OrderColumn } from '@/lib/export/order-columns';
import type { Locale } from '@/lib/i18n/locales';
import en from '@/messages/en/export.json';
import ru from '@/messages/ru/export.json';

/** Titles of the columns as the file and the page have them. A column without a title does not compile. */
export const columnTitles: Record<Locale, Record<OrderColumn, string>> = { en: en.columns, ru: ru.columns };
