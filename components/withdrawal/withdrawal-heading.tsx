import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import type { WithdrawalView } from '@/lib/wallet/withdrawal/withdrawal-queries';
import { WithdrawalBadge } from './withdrawal-badge';

/** Where it stands, in words, and what comes next; told to readers when it changes. */
export function WithdrawalHeading({ withdrawal }: { withdrawal: WithdrawalView }) {
  const t = useTranslations('withdrawal');
  const { number, stage, amount, asset, reason } = withdrawal;
  return (
    <header className="grid gap-3">
      <p className="text-sm text-muted">{t('list.one', { number })}</p>
      <div className="grid gap-2" aria-live="polite">
        <h1>{t(`stages.${stage}.heading`)}</h1>
        <div className="flex flex-wrap items-center gap-3">
          <Amount value={amount} code={asset} size="xl" />
          <WithdrawalBadge stage={stage} />
        </div>
        <p className="max-w-[68ch]">{t(`stages.${stage}.text`)}</p>
        {reason && 'code' in reason && <p className="max-w-[68ch]">{t(`reasons.${reason.code}`)}</p>}
        {reason && 'words' in reason && (
          <p className="max-w-[68ch] whitespace-pre-line [overflow-wrap:anywhere]">
            {t('reason')} {reason.words}
          </p>
        )}
      </div>
    </header>
  );
}
