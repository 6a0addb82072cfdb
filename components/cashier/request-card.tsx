import { useTranslations } from 'next-intl';
import { WaitingTime } from '@/components/desk/waiting-time';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { WaitingRequest } from '@/lib/wallet/top-up/waiting-requests';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { ReceiptPicture } from './receipt-picture';
import { RequestSteps } from './request-steps';
import type { StepAction } from './reverse-dialog';

type RequestCardProps = {
  request: WaitingRequest;
  readerId: string;
  take: StepAction;
  decline: StepAction;
};

/** One request: who, how much, how it is paid, the picture, and who works on it. */
export function RequestCard({ request, readerId, take, decline }: RequestCardProps) {
  const t = useTranslations('till');
  const { id, number, amount, asset, moneyKind, comment, receiptFileId, takenBy } = request;
  const isMine = takenBy?.id === readerId;
  return (
    <Card as="article">
      <div className="flex gap-4">
        {receiptFileId && (
          <ReceiptPicture
            url={`/api/receipts/${receiptFileId}`}
            label={t('requests.receiptOf', { number })}
          />
        )}
        <div className="grid min-w-0 grow gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h2 className="text-base">{t('requests.request', { number })}</h2>
            <WaitingTime since={request.createdAt.toISOString()} />
          </div>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Amount value={amount} code={asset} size="lg" />
            <span className="text-sm text-muted">{t(`kinds.${moneyKind}`)}</span>
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm">
            <span className="font-medium">{request.maskedName}</span>
            <span className="numeric whitespace-nowrap text-muted">
              {formatWalletNumber(request.walletNumber)}
            </span>
          </p>
          {comment && (
            <p className="text-sm [overflow-wrap:anywhere] whitespace-pre-line text-muted">{comment}</p>
          )}
          <div className="flex flex-wrap items-center justify-between gap-2">
            {takenBy ? (
              <Badge tone="info">
                {isMine ? t('requests.takenByMe') : t('requests.takenBy', { name: takenBy.name })}
              </Badge>
            ) : (
              <span />
            )}
            <RequestSteps
              request={{ id, number }}
              taken={takenBy === null ? 'no' : isMine ? 'mine' : 'other'}
              take={take}
              decline={decline}
            />
          </div>
        </div>
      </div>
    </Card>
  );
}
