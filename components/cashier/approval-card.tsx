import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { WaitingTime } from '@/components/desk/waiting-time';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { ApprovalView } from '@/lib/cashier/till-types';
import { ApprovalSteps } from './approval-steps';
import { OperationFacts } from './operation-facts';
import { ReceiptPicture } from './receipt-picture';
import type { StepAction } from './reverse-dialog';

type ApprovalCardProps = { operation: ApprovalView; approve: StepAction; decline: StepAction };

/** All of an operation that waits: what it would do, why it waits, whose wallet, which limits, what was before. */
export function ApprovalCard({ operation, approve, decline }: ApprovalCardProps) {
  const t = useTranslations('till');
  const { id, number, kind, amount, asset, approvalFor, own } = operation;
  return (
    <Card
      as="article"
      title={
        <Link href={`/cashier/operations/${id}`} className="link">
          {t('approvals.heading', { kind: t(`operations.${kind}`), number })}
        </Link>
      }
      action={<WaitingTime since={operation.createdAt} />}
    >
      <div className="grid gap-4">
        <div className="flex items-start justify-between gap-4">
          <div className="grid gap-2">
            <Amount value={amount} code={asset} size="lg" />
            <ul className="flex flex-wrap gap-1.5">
              {approvalFor.map((reason) => (
                <li key={reason}>
                  <Badge tone="warning">{t(`approvalShort.${reason}`)}</Badge>
                </li>
              ))}
            </ul>
          </div>
          {operation.hasPicture && (
            <ReceiptPicture
              url={`/api/till/operations/${id}/picture`}
              label={t('approvals.picture', { number })}
            />
          )}
        </div>
        <SameReceipts operation={operation} />
        <div className="grid items-start gap-x-8 gap-y-4 md:grid-cols-2">
          <OperationFacts operation={operation} />
          <Limits operation={operation} />
        </div>
        {own && <p className="text-sm text-muted">{t('approvals.own')}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          <ApprovalSteps operation={operation} approve={approve} decline={decline} />
        </div>
      </div>
    </Card>
  );
}

function SameReceipts({ operation: { sameReceipts } }: { operation: ApprovalView }) {
  const t = useTranslations('till');
  if (sameReceipts.length === 0) return null;
  return (
    <Alert tone="warning" title={t('approvals.sameReceipts')}>
      <ul className="grid gap-1">
        {sameReceipts.map((other) => (
          <li key={other.id} className="flex flex-wrap gap-x-2">
            <Link href={`/cashier/operations/${other.id}`} className="link">
              {t('approvals.sameReceipt', { number: other.number, name: other.cashierName })}
            </Link>
            <Amount value={other.amount} code={other.asset} />
            <Time value={new Date(other.at)} show="exact" />
            <span>{t(`statuses.${other.status}`)}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Limits({ operation }: { operation: ApprovalView }) {
  const t = useTranslations('till.approvals');
  const { asset, dayLimit, dayUsed, operationLimit, threshold } = operation;
  const limit = (value: string | null) =>
    value === null ? t('none') : <Amount value={value} code={asset} />;
  return (
    <DescriptionList>
      <DescriptionItem term={t('customer')}>
        <span className="block">{operation.holderName}</span>
        <span className="block text-muted [overflow-wrap:anywhere]">{operation.holderEmail}</span>
      </DescriptionItem>
      <DescriptionItem term={t('balance')}>
        <Amount value={operation.balance} code={asset} />
      </DescriptionItem>
      <DescriptionItem term={t('available')}>
        <Amount value={operation.available} code={asset} />
      </DescriptionItem>
      <DescriptionItem term={t('operationLimit')}>{limit(operationLimit)}</DescriptionItem>
      <DescriptionItem term={t('dayLimit')}>{limit(dayLimit)}</DescriptionItem>
      <DescriptionItem term={t('dayUsed')}>
        <Amount value={dayUsed} code={asset} />
      </DescriptionItem>
      <DescriptionItem term={t('threshold')}>{limit(threshold)}</DescriptionItem>
    </DescriptionList>
  );
}
