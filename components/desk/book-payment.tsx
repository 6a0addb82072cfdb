'use client';

import { useTranslations } from 'next-intl';
import { type BookAction, BookDialog } from './book-dialog';
import { useDesk } from './step-context';

type BookPaymentProps = { paymentId: string; asset: string; book: BookAction };

/** Books money of an order; for whoever may take its steps. */
export function BookPayment(props: BookPaymentProps) {
  const t = useTranslations('desk.payments.book');
  const { mayAct } = useDesk();
  if (!mayAct) return null;
  return (
    <div>
      <BookDialog {...props} description={t('text')} />
    </div>
  );
}
