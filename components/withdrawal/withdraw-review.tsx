'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { WithdrawalSummary } from '@/lib/wallet/withdrawal/summarise-withdrawal';

type WithdrawReviewProps = {
  summary: WithdrawalSummary;
  typed: Record<string, string>;
  pageKey: string;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  onChange: () => void;
};

/** All of it told back before it is made: what is received, what it costs, where it goes. */
export function WithdrawReview({ summary, typed, pageKey, action, onChange }: WithdrawReviewProps) {
  const t = useTranslations('withdrawal.review');
  const locale = toLocale(useLocale());
  const heading = useRef<HTMLHeadingElement>(null);
  const { amount, fee, total, asset, methodTitles, byHand, to } = summary;
  useEffect(() => heading.current?.focus(), []);
  return (
    <ActionForm action={action}>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="fee" value={fee} />
      <input type="hidden" name="pageKey" value={pageKey} />
      <Card>
        <div className="grid gap-4">
          <div className="grid gap-1">
            <h2 ref={heading} tabIndex={-1} className="text-sm font-medium text-muted">
              {t('title')}
            </h2>
            <Amount value={amount} code={asset} size="xl" />
          </div>
          <DescriptionList>
            <DescriptionItem term={t('way')}>{methodTitles[locale]}</DescriptionItem>
            {to.map(({ titles, value }) => (
              <DescriptionItem key={titles.en} term={titles[locale]}>
                <span className="numeric font-medium [overflow-wrap:anywhere]">{value}</span>
              </DescriptionItem>
            ))}
            <DescriptionItem term={t('fee')}>
              <Amount value={fee} code={asset} />
            </DescriptionItem>
            <DescriptionItem term={t('total')}>
              <Amount value={total} code={asset} className="font-semibold" />
            </DescriptionItem>
          </DescriptionList>
          <p className="text-sm text-muted">{t(byHand ? 'byHand' : 'bySystem')}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton size="lg">
              {t('confirm', { amount: formatAmount(amount, locale), asset })}
            </SubmitButton>
            <Button size="lg" variant="outline" onClick={onChange}>
              {t('change')}
            </Button>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}
