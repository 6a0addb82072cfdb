import { answerFile } from '@/app/api/wallet/answer-file';
import { paperTexts } from '@/app/api/wallet/paper-texts';
import { AppError, fail } from '@/lib/errors';
import { allMethodTitles } from '@/lib/wallet/method-titles';
import { statementCsv } from '@/lib/wallet/statement-csv';
import { statementPdf } from '@/lib/wallet/statement-pdf';
import { walletStatement } from '@/lib/wallet/wallet-statement';

export const dynamic = 'force-dynamic';

/** One's own statement: `?asset=RUB&from=2026-11-01&to=2026-11-22&format=csv|pdf&locale=en|ru`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [asset = '', from = '', to = '', format = ''] = ['asset', 'from', 'to', 'format'].map(
    (name) => asked.get(name) ?? '',
  );
  return answerFile(request, async (actor, locale) => {
    if (!/^[A-Z0-9]{2,12}$/.test(asset) || !/^(csv|pdf)$/.test(format)) fail('invalid_input');
    const [statement, titles] = await Promise.all([
      walletStatement(actor, { asset, from, to }).catch(asWrongInput),
      allMethodTitles(),
    ]);
    const texts = await paperTexts(locale, titles);
    const fileName = `wallet-${asset.toLowerCase()}-${from}-${to}.${format}`;
    if (format === 'csv')
      return { body: statementCsv(statement, texts), contentType: 'text/csv; charset=utf-8', fileName };
    return { body: await statementPdf(statement, texts), contentType: 'application/pdf', fileName };
  });
}

/** An asset that there is not was chosen wrongly, as a day is. */
function asWrongInput(error: unknown): never {
  if (error instanceof AppError && error.code === 'not_found') fail('invalid_input');
  throw error;
}
