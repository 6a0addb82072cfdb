'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { amountInWords } from '@/lib/amount-in-words';
import type { OperationSummary } from '@/lib/cashier/till-types';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';

type OperationCheckProps = { summary: OperationSummary; onChange: () => void };

/** What will be done, in one sentence of words and figures, before it is; Enter does it. */
export function OperationCheck({ summary, onChange }: OperationCheckProps) {
  const t = useTranslations('till');
  const locale = toLocale(useLocale());
  const { kind, asset, amount, holder, approvalFor } = summary;
  const words = useTranslations(kind === 'top_up' ? 'till.topUp' : 'till.writeOff');
  const figures = `${formatAmount(amount, locale)} ${asset}`;
  const confirm = useRef<HTMLDivElement>(null);
  useEffect(() => confirm.current?.querySelector('button')?.focus(), []);
  const waits = approvalFor.length > 0;
  return (
    <section aria-label={t('summary.title')} className="grid gap-5">
      <div className="grid gap-1">
        <p className="text-sm text-muted">{t('summary.title')}</p>
        <Amount value={amount} code={asset} size="xl" />
      </div>
      <p className="text-lg leading-snug" data-summary>
        {words.rich(kind === 'top_up' || summary.reason === 'paid_out' ? 'summaryPaid' : 'summary', {
          figures,
          words: amountInWords(amount, asset, locale),
          number: holder.formatted,
          name: holder.maskedName,
          kind: t(`kindsInside.${summary.moneyKind}`),
          receipt: summary.receiptNumber,
          reason: summary.reason ? t(`reasonsInside.${summary.reason}`) : '',
          b: (chunks) => <strong className="font-semibold">{chunks}</strong>,
        })}
      </p>
      {waits && (
        <Alert tone="warning" title={t('summary.waits')}>
          <ul className="list-disc ps-4">
            {approvalFor.map((reason) => (
              <li key={reason}>{t(`approvalFor.${reason}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Figures summary={summary} />
      <div className="grid gap-2">
        <div ref={confirm}>
          <SubmitButton
            name="step"
            value="confirm"
            size="lg"
            fullWidth
            // Enter held down since the last field must not confirm what nobody has read.
            onKeyDown={(event) => event.key === 'Enter' && event.repeat && event.preventDefault()}
          >
            {waits ? t('summary.ask') : words('confirm', { amount: figures })}
          </SubmitButton>
        </div>
        <Button size="lg" fullWidth onClick={onChange}>
          {t('summary.back')}
        </Button>
        <p className="hidden text-center text-xs text-muted md:block">{t('summary.keys')}</p>
      </div>
    </section>
  );
}

function Figures({ summary }: { summary: OperationSummary }) {
  const t = useTranslations('till.summary');
  const { asset, fee, walletAmount, availableBefore, availableAfter, drawer, comment } = summary;
  const hasFee = /[1-9]/.test(fee);
  return (
    <DescriptionList>
      {hasFee && (
        <>
          <DescriptionItem term={t('fee')}>
            <Amount value={fee} code={asset} />
          </DescriptionItem>
          <DescriptionItem term={t('toWallet')}>
            <Amount value={walletAmount} code={asset} />
          </DescriptionItem>
        </>
      )}
      <DescriptionItem term={t('before')}>
        <Amount value={availableBefore} code={asset} />
      </DescriptionItem>
      <DescriptionItem term={t('after')}>
        <Amount value={availableAfter} code={asset} />
      </DescriptionItem>
      <DescriptionItem term={t('through')}>{t(drawer ? 'drawer' : 'office')}</DescriptionItem>
      {comment && <DescriptionItem term={t('comment')}>{comment}</DescriptionItem>}
    </DescriptionList>
  );
}
