import type { Actor } from '@/lib/auth/actor';
import { operationView } from '@/lib/cashier/operation-view';
import { type ReceiptPaper, receiptPdf } from '@/lib/cashier/receipt-pdf';
import { fail } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { makePdf } from '@/lib/pdf/make-pdf';
import { officeSettings } from '@/lib/settings';

type ReceiptWish = { actor: Actor; operationId: string; paper: ReceiptPaper; locale: Locale };

/**
 * The receipt of an operation that whoever asks may see. While it waits for a second person, or was declined, there is
 * none: nothing has moved. Throws `not_found`, `not_signed_in`, `cashier_off`, `unavailable`.
 */
export async function receiptOf({ actor, operationId, paper, locale }: ReceiptWish) {
  const operation = await operationView(actor, operationId);
  if (operation.status !== 'done' && operation.status !== 'reversed') fail('not_found');
  const document = receiptPdf({ operation, office: await officeSettings() }, paper, locale);
  return { number: operation.number, bytes: await makePdf({ ...document, print: true }) };
}
