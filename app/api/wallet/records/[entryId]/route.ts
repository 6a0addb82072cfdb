import { answerFile } from '@/app/api/wallet/answer-file';
import { paperTexts } from '@/app/api/wallet/paper-texts';
import { fail } from '@/lib/errors';
import { methodTitlesOf } from '@/lib/wallet/method-titles';
import { recordPdf } from '@/lib/wallet/record-pdf';
import { walletLine, walletView } from '@/lib/wallet/wallet-queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ entryId: string }> };

/** The receipt of one line of one's own history as PDF: `?locale=en|ru`. Somebody else's line is as good as none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { entryId } = await params;
  return answerFile(request, async (actor, locale) => {
    const line = await walletLine(actor, entryId);
    if (!line) return fail('not_found');
    const [titles, { number }] = await Promise.all([methodTitlesOf([line]), walletView(actor)]);
    const texts = await paperTexts(locale, titles);
    return {
      body: await recordPdf(line, { number, holder: actor.name || actor.email }, texts),
      contentType: 'application/pdf',
      fileName: `wallet-receipt-${line.entryId}.pdf`,
    };
  });
}
