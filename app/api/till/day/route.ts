import { answerFile } from '@/app/api/till/answer';
import { tillCsv } from '@/lib/cashier/till-csv';
import { toLocale } from '@/lib/i18n/locales';

/** The day's operations as CSV, by the filters of the page: `?day=…&kind=…&locale=en|ru`. */
export async function GET(request: Request): Promise<Response> {
  const { locale, ...filter } = Object.fromEntries(new URL(request.url).searchParams);
  return answerFile(request, async (actor) => {
    const { fileName, body } = await tillCsv({ actor, filter, locale: toLocale(locale) });
    return {
      body,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
      },
    };
  });
}
