import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { officeSettings } from '@/lib/settings';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { PaperTexts } from '@/lib/wallet/statement-texts';

/** What papers about a wallet need to speak a language. */
export async function paperTexts(locale: Locale, titles: MethodTitles): Promise<PaperTexts> {
  const [{ officeName, timeZone }, file, csvHead, record, line] = await Promise.all([
    officeSettings(),
    getTranslations({ locale, namespace: 'wallet.statement.file' }),
    getTranslations({ locale, namespace: 'wallet.statement.csvHead' }),
    getTranslations({ locale, namespace: 'wallet.record' }),
    getTranslations({ locale, namespace: 'wallet.line' }),
  ]);
  return { locale, timeZone, officeName, file, csvHead, record, line, titles };
}
