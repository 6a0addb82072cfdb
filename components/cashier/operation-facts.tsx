import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { OperationView } from '@/lib/cashier/till-types';

/** Everything about an operation, a line each; what does not apply is left out. */
export function OperationFacts({ operation }: { operation: OperationView }) {
  const t = useTranslations('till');
  const { id, holder, asset, fee, walletAmount, moneyKind, drawer, reason, receiptNumber } = operation;
  const hasMoney = operation.kind === 'top_up' || reason === 'paid_out';
  const kind = t(`kinds.${moneyKind}`);
  return (
    <DescriptionList>
      <DescriptionItem term={t('operation.wallet')}>
        <span className="numeric whitespace-nowrap">{holder.formatted}</span>
      </DescriptionItem>
      <DescriptionItem term={t('operation.holder')}>{holder.maskedName}</DescriptionItem>
      {/[1-9]/.test(fee) && (
        <>
          <DescriptionItem term={t('operation.fee')}>
            <Amount value={fee} code={asset} />
          </DescriptionItem>
          <DescriptionItem term={t('operation.walletAmount')}>
            <Amount value={walletAmount} code={asset} />
          </DescriptionItem>
        </>
      )}
      {reason && <DescriptionItem term={t('operation.reason')}>{t(`reasons.${reason}`)}</DescriptionItem>}
      {hasMoney && (
        <DescriptionItem term={t('operation.kind')}>
          {drawer ? t('operation.throughDrawer', { kind }) : kind}
        </DescriptionItem>
      )}
      {receiptNumber && (
        <DescriptionItem term={t('operation.receipt')}>
          <span className="break-all">{receiptNumber}</span>
        </DescriptionItem>
      )}
      {operation.hasPicture && (
        <DescriptionItem term={t('operation.picture')}>
          <a
            href={`/api/till/operations/${id}/picture`}
            target="_blank"
            rel="noreferrer"
            className="link inline-flex items-center gap-1"
          >
            <Paperclip aria-hidden="true" className="size-3.5" />
            {t('operation.openPicture')}
          </a>
        </DescriptionItem>
      )}
      {operation.topUpNumber !== null && (
        <DescriptionItem term={t('operation.request')}>{operation.topUpNumber}</DescriptionItem>
      )}
      {operation.comment && (
        <DescriptionItem term={t('operation.comment')}>
          <span className="[overflow-wrap:anywhere] whitespace-pre-line">{operation.comment}</span>
        </DescriptionItem>
      )}
      <DescriptionItem term={t('operation.cashier')}>{operation.cashier.name}</DescriptionItem>
      <DescriptionItem term={t('operation.at')}>
        <Time value={new Date(operation.createdAt)} show="exact" />
      </DescriptionItem>
      {operation.approvedBy && (
        <DescriptionItem term={t('operation.approvedBy')}>{operation.approvedBy}</DescriptionItem>
      )}
      {operation.approvalNote && (
        <DescriptionItem term={t('operation.note')}>
          <span className="[overflow-wrap:anywhere] whitespace-pre-line">{operation.approvalNote}</span>
        </DescriptionItem>
      )}
    </DescriptionList>
  );
}
