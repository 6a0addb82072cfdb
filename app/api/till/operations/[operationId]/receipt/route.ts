import { answerFile } from '@/app/api/till/answer';
import { receiptOf } from '@/lib/cashier/receipt-of';
import { receiptPapers } from '@/lib/cashier/receipt-pdf';
import { toLocale } from '@/lib/i18n/locales';

type Context = { params: Promise<{ operationId: string }> };

/** The receipt of an operation as PDF: `?paper=80mm|a4&locale=en|ru`. It asks the printer as soon as it is opened. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { operationId } = await params;
  const asked = new URL(request.url).searchParams;
  return answerFile(request, async (actor) => {
    const { bytes, number } = await receiptOf({
      actor,
      operationId,
      paper: receiptPapers.find((paper) => paper === asked.get('paper')) ?? '80mm',
      locale: toLocale(asked.get('locale')),
    });
    return {
      body: bytes,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="receipt-${number}.pdf"`,
      },
    };
  });
}
