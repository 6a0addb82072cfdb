import { getRequestConfig } from 'next-intl/server';
import { toLocale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { currentOffice } from './office';

/** What each request is rendered with. Times are told in the office's own zone, whoever reads them. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = toLocale(await requestLocale);
  const [messages, office] = await Promise.all([loadMessages(locale), currentOffice()]);
  return { locale, messages, timeZone: office.timeZone, now: new Date() };
});
