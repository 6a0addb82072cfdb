import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { amountInWords } from '@/lib/amount-in-words';
import type { OperationView } from '@/lib/cashier/till-types';
import type { TillStatus } from '@/lib/cashier/till-words';
import { toLocale } from '@/lib/i18n/locales';

export const tillTones: Record<TillStatus, BadgeTone> = {
  awaiting_approval: 'warning',
  done: 'success',
  declined: 'danger',
  reversed: 'neutral',
};

/** What has become of an operation: its state in words, the amount, and what is in the wallet now. */
export function OperationState({ operation }: { operation: OperationView }) {
  const t = useTranslations('till');
  const locale = toLocale(useLocale());
  const { kind, status, amount, asset, balanceAfter, approvalFor } = operation;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <div>
          <Badge tone={tillTones[status]}>
            {status === 'done' ? t(`done.${kind}`) : t(`statuses.${status}`)}
          </Badge>
        </div>
        <Amount value={amount} code={asset} size="xl" />
        <p className="text-sm text-muted first-letter:uppercase">{amountInWords(amount, asset, locale)}</p>
      </div>
      {status === 'awaiting_approval' && (
        <Alert tone="warning" title={t('operation.waitingText')}>
          <ul className="list-disc ps-4">
            {approvalFor.map((reason) => (
              <li key={reason}>{t(`approvalFor.${reason}`)}</li>
            ))}
          </ul>
          {kind === 'write_off' && <p className="mt-1">{t('operation.waitingHeld')}</p>}
        </Alert>
      )}
      {status === 'declined' && <Alert tone="danger">{t('operation.declinedText')}</Alert>}
      {status === 'done' && balanceAfter !== null && (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-lg bg-success-soft px-3.5 py-2.5 text-success-soft-foreground">
          <span className="text-sm">{t('operation.balanceAfter')}</span>
          <Amount value={balanceAfter} code={asset} className="text-lg font-semibold" />
        </p>
      )}
    </div>
  );
}
