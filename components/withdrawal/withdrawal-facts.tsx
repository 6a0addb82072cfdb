import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { Locale } from '@/lib/i18n/locales';
import type { WithdrawalView } from '@/lib/wallet/withdrawal/withdrawal-queries';

type WithdrawalFactsProps = { withdrawal: WithdrawalView; locale: Locale };

/** Everything about one withdrawal, with the reference that the payment is found by. */
export function WithdrawalFacts({ withdrawal, locale }: WithdrawalFactsProps) {
  const t = useTranslations('withdrawal.facts');
  const { methodTitles, asset, fee, total, to, reference, createdAt, decidedAt, stage } = withdrawal;
  return (
    <Card>
      <DescriptionList>
        {reference && (
          <DescriptionItem term={t('reference')}>
            <span className="inline-flex items-center gap-1">
              <span className="numeric min-w-0 font-semibold [overflow-wrap:anywhere]">{reference}</span>
              <CopyButton text={reference} label={t('reference')} />
            </span>
          </DescriptionItem>
        )}
        <DescriptionItem term={t('way')}>{methodTitles[locale]}</DescriptionItem>
        {to.map(({ titles, value }) => (
          <DescriptionItem key={titles.en} term={titles[locale]}>
            <span className="numeric [overflow-wrap:anywhere]">{value}</span>
          </DescriptionItem>
        ))}
        <DescriptionItem term={t('fee')}>
          <Amount value={fee} code={asset} />
        </DescriptionItem>
        <DescriptionItem term={t(stage === 'paid' ? 'taken' : stage === 'canceled' ? 'freed' : 'held')}>
          <Amount value={total} code={asset} className="font-semibold" />
        </DescriptionItem>
        <DescriptionItem term={t('createdAt')}>
          <Time value={createdAt} show="exact" />
        </DescriptionItem>
        {decidedAt && (
          <DescriptionItem term={t(stage === 'paid' ? 'paidAt' : 'canceledAt')}>
            <Time value={decidedAt} show="exact" />
          </DescriptionItem>
        )}
      </DescriptionList>
    </Card>
  );
}
