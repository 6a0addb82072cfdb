import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { BookDialog } from '@/components/desk/book-dialog';
import { useReasonWords } from '@/components/payouts/reason-words';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/action';
import { toLocale } from '@/lib/i18n/locales';
import type { DeskTopUp, DeskTopUpPayment } from '@/lib/wallet/top-up/desk-top-up';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { TopUpBadge } from './top-up-badge';

/** Whose top-up it is, what was asked for and what became of it. */
export function DeskTopUpFacts({ topUp }: { topUp: DeskTopUp }) {
  const t = useTranslations('topup');
  const locale = toLocale(useLocale());
  const { customer, asset } = topUp;
  return (
    <Card>
      <DescriptionList>
        <DescriptionItem term={t('desk.status')}>
          <TopUpBadge way={topUp.way} status={topUp.status} />
        </DescriptionItem>
        <DescriptionItem term={t('desk.customer')}>
          <span className="[overflow-wrap:anywhere]">
            {[customer.name, customer.email].filter(Boolean).join(', ')}
          </span>
        </DescriptionItem>
        {customer.walletNumber && (
          <DescriptionItem term={t('desk.wallet')}>
            <span className="numeric">{formatWalletNumber(customer.walletNumber)}</span>
          </DescriptionItem>
        )}
        <DescriptionItem term={t('facts.way')}>
          {topUp.methodTitles?.[locale] ?? t('ways.cashier')}
        </DescriptionItem>
        <DescriptionItem term={t('facts.amount')}>
          <Amount value={topUp.amount} code={asset} />
        </DescriptionItem>
        <DescriptionItem term={t('facts.fee')}>
          <Amount value={topUp.fee} code={asset} />
        </DescriptionItem>
        {topUp.credited !== null && (
          <DescriptionItem term={t('facts.credited')}>
            <Amount value={topUp.credited} code={asset} className="font-semibold" />
          </DescriptionItem>
        )}
        {topUp.moneyKind && (
          <DescriptionItem term={t('facts.moneyKind')}>{t(`moneyKinds.${topUp.moneyKind}`)}</DescriptionItem>
        )}
        {topUp.comment && (
          <DescriptionItem term={t('facts.comment')}>
            <span className="whitespace-pre-line [overflow-wrap:anywhere]">{topUp.comment}</span>
          </DescriptionItem>
        )}
        {topUp.receiptFileId && (
          <DescriptionItem term={t('facts.receipt')}>
            <a
              href={`/api/receipts/${topUp.receiptFileId}`}
              className="link"
              target="_blank"
              rel="noreferrer"
            >
              {t('facts.open')}
            </a>
          </DescriptionItem>
        )}
        {topUp.reason && <DescriptionItem term={t('reason')}>{topUp.reason}</DescriptionItem>}
        <DescriptionItem term={t('facts.createdAt')}>
          <Time value={topUp.createdAt} show="both" />
        </DescriptionItem>
        {topUp.decidedAt && (
          <DescriptionItem term={t('facts.decidedAt')}>
            <Time value={topUp.decidedAt} show="both" />
          </DescriptionItem>
        )}
        {topUp.decidedBy && <DescriptionItem term={t('desk.decidedBy')}>{topUp.decidedBy}</DescriptionItem>}
      </DescriptionList>
    </Card>
  );
}

type DeskPaymentProps = {
  payment: DeskTopUpPayment;
  asset: string;
  mayAct: boolean;
  book: (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;
};

/** One payment of it, and what an operator may do with it. */
export function DeskTopUpPaymentCard({ payment, asset, mayAct, book }: DeskPaymentProps) {
  const t = useTranslations('topup.desk');
  const statuses = useTranslations('direct.statuses');
  const reasonWords = useReasonWords();
  const locale = toLocale(useLocale());
  const isPaid = payment.status === 'paid';
  return (
    <Card
      title={payment.system?.[locale] ?? t('direct')}
      action={<span className="font-mono text-xs">{payment.id}</span>}
    >
      <div className="grid gap-4">
        <DescriptionList>
          <DescriptionItem term={t('status')}>
            <Badge tone={isPaid ? 'success' : 'neutral'}>{statuses(payment.status)}</Badge>
          </DescriptionItem>
          <DescriptionItem term={t('asked')}>
            <Amount value={payment.amount} code={asset} />
          </DescriptionItem>
          {payment.received !== null && (
            <DescriptionItem term={t('received')}>
              <Amount value={payment.received} code={asset} className="font-semibold" />
            </DescriptionItem>
          )}
          {payment.systemFee !== null && (
            <DescriptionItem term={t('systemFee')}>
              <Amount value={payment.systemFee} code={asset} />
            </DescriptionItem>
          )}
          {payment.externalId && (
            <DescriptionItem term={t('externalId')}>
              <span className="font-mono text-xs break-all">{payment.externalId}</span>
            </DescriptionItem>
          )}
          {payment.payer && (
            <DescriptionItem term={t('payer')}>
              <span className="[overflow-wrap:anywhere]">{payment.payer}</span>
            </DescriptionItem>
          )}
          {payment.reason && (
            <DescriptionItem term={t('said')}>{reasonWords(payment.reason)}</DescriptionItem>
          )}
          {payment.paidAt && (
            <DescriptionItem term={t('paidAt')}>
              <Time value={payment.paidAt} show="both" />
            </DescriptionItem>
          )}
          {payment.confirmedBy && (
            <DescriptionItem term={t('confirmedBy')}>{payment.confirmedBy}</DescriptionItem>
          )}
        </DescriptionList>
        {payment.system === null ? (
          <Link href={`/desk/direct?view=all&q=${payment.id}`} className="link w-fit text-sm">
            {t('toDirect')}
          </Link>
        ) : (
          mayAct &&
          !isPaid && <BookDialog paymentId={payment.id} asset={asset} book={book} description={t('book')} />
        )}
      </div>
    </Card>
  );
}
