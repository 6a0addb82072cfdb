import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import type { Locale } from '@/lib/i18n/locales';
import type { RefundView } from '@/lib/payments/refunds/refund-view';
import { type DetailsAction, RefundForm } from './refund-form';

type RefundDetailsProps = {
  refund: RefundView;
  locale: Locale;
  /** By what the customer reads his order. */
  link: { orderId: string; secret: string };
  action: DetailsAction;
};

const tones: Record<RefundView['stage'], BadgeTone> = { asks: 'warning', decided: 'info', sent: 'success' };

/** A refund on the order's page: how much, counted from what, what is kept, and where it is to go. */
export function RefundDetails({ refund, locale, link, action }: RefundDetailsProps) {
  const t = useTranslations('refunds.customer');
  const { kind, stage, amount, counted, fee, asset, basis, rate, reason, reference, given, fields } = refund;
  return (
    <Card title={t(`title.${kind}`)} action={<Badge tone={tones[stage]}>{t(`stages.${stage}`)}</Badge>}>
      <div className="grid gap-4" data-testid="refund">
        <div>
          <p className="text-sm text-muted">{t('get')}</p>
          <p className="text-2xl font-semibold">
            <Amount value={amount} code={asset} />
          </p>
          <p className="text-sm text-muted">
            {t(`basis.${basis}`)}
            {basis === 'order_rate' && (
              <>
                {' '}
                <Amount value={rate.in} code={rate.fromAsset} /> ={' '}
                <Amount value={rate.out} code={rate.toAsset} />
              </>
            )}
          </p>
        </div>
        <DescriptionList>
          {fee && (
            <>
              <DescriptionItem term={t('counted')}>
                <Amount value={counted} code={asset} />
              </DescriptionItem>
              <DescriptionItem term={t('kept')}>
                <Amount value={fee} code={asset} />
              </DescriptionItem>
            </>
          )}
          {reason && (
            <DescriptionItem term={t('reason')}>
              <span className="whitespace-pre-line [overflow-wrap:anywhere]">{reason}</span>
            </DescriptionItem>
          )}
          {given.map(({ key, titles, value }) => (
            <DescriptionItem key={key} term={`${t('given')}: ${titles[locale]}`}>
              <span className="numeric [overflow-wrap:anywhere]">{value}</span>
            </DescriptionItem>
          ))}
          {reference && (
            <DescriptionItem term={t('reference')}>
              <span className="inline-flex items-center gap-1">
                <span className="numeric min-w-0 [overflow-wrap:anywhere]">{reference}</span>
                <CopyButton text={reference} label={t('reference')} />
              </span>
            </DescriptionItem>
          )}
        </DescriptionList>
        {stage === 'asks' && fields.length > 0 && (
          <RefundForm refund={refund} locale={locale} link={link} action={action} />
        )}
        {stage === 'decided' && fields.length > 0 && given.length > 0 && (
          <details>
            <summary className="link cursor-pointer text-sm">{t('correct')}</summary>
            <div className="pt-3">
              <RefundForm refund={refund} locale={locale} link={link} action={action} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}
