import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { Locale } from '@/lib/i18n/locales';
import type { TopUpView } from '@/lib/wallet/top-up/top-up-view';

/** How much, what it costs, what was told beside it, and when. */
export function TopUpFacts({ topUp, locale }: { topUp: TopUpView; locale: Locale }) {
  const t = useTranslations('topup');
  const { asset, credited, received, moneyKind, claim } = topUp;
  const texts = [
    ['payer', claim?.payer],
    ['reference', claim?.reference],
    ['comment', claim?.comment || topUp.comment],
  ] as const;
  const claimed = useTranslations('order.claimed');
  return (
    <Card title={t('facts.title')}>
      <DescriptionList>
        <DescriptionItem term={t('facts.way')}>
          {topUp.methodTitles?.[locale] ?? t('ways.cashier')}
        </DescriptionItem>
        {topUp.paysFrom.length > 0 && (
          <DescriptionItem term={t('facts.paysFrom')}>
            <span className="[overflow-wrap:anywhere]">{topUp.paysFrom.join(', ')}</span>
          </DescriptionItem>
        )}
        <DescriptionItem term={t('facts.amount')}>
          <Amount value={topUp.amount} code={asset} />
        </DescriptionItem>
        {received !== null && (
          <DescriptionItem term={t('facts.received')}>
            <Amount value={received} code={asset} />
          </DescriptionItem>
        )}
        <DescriptionItem term={t('facts.fee')}>
          {/[1-9]/.test(topUp.fee) ? <Amount value={topUp.fee} code={asset} /> : t('noFee')}
        </DescriptionItem>
        {(credited !== null || topUp.status !== 'declined') && (
          <DescriptionItem term={t(credited === null ? 'facts.willBe' : 'facts.credited')}>
            <Amount value={credited ?? topUp.willBe} code={asset} className="font-semibold" />
          </DescriptionItem>
        )}
        {moneyKind && (
          <DescriptionItem term={t('facts.moneyKind')}>{t(`moneyKinds.${moneyKind}`)}</DescriptionItem>
        )}
        {texts.map(
          ([key, text]) =>
            text && (
              <DescriptionItem key={key} term={claimed(key)}>
                <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
              </DescriptionItem>
            ),
        )}
        {topUp.receiptFileId && (
          <DescriptionItem term={t('facts.receipt')}>
            <a href={`/api/receipts/${topUp.receiptFileId}`} download className="link">
              {t('facts.open')}
            </a>
          </DescriptionItem>
        )}
        <DescriptionItem term={t('facts.createdAt')}>
          <Time value={new Date(topUp.createdAt)} />
        </DescriptionItem>
        {topUp.decidedAt && (
          <DescriptionItem term={t('facts.decidedAt')}>
            <Time value={new Date(topUp.decidedAt)} />
          </DescriptionItem>
        )}
      </DescriptionList>
    </Card>
  );
}
