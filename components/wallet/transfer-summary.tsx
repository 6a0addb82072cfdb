import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { TransferSummary } from '@/lib/wallet/check-transfer';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

type TransferSummaryProps = {
  draft: TransferSummary;
  /** The same, sealed: what is sent is what was shown. */
  sealed: string;
  send: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** Says in words what will be done, and asks once. */
export function TransferSummaryCard({ draft, sealed, send }: TransferSummaryProps) {
  const t = useTranslations('wallet.transfer');
  const locale = toLocale(useLocale());
  const { number, maskedName, asset, amount, left, comment } = draft;
  const told = `${formatAmount(amount, locale)} ${asset}`;
  return (
    <Card title={t('summaryTitle')}>
      <ActionForm action={send} className="grid gap-5">
        <Amount value={amount} code={asset} size="xl" />
        <p>{t('summary', { amount: told, name: maskedName, number: formatWalletNumber(number) })}</p>
        <DescriptionList>
          {comment && (
            <DescriptionItem term={t('comment')}>
              <span className="[overflow-wrap:anywhere]">{comment}</span>
            </DescriptionItem>
          )}
          <DescriptionItem term={t('after')}>
            <Amount value={left} code={asset} />
          </DescriptionItem>
        </DescriptionList>
        <input type="hidden" name="draft" value={sealed} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('send', { amount: told })}</SubmitButton>
          <ButtonLink
            href={{ pathname: '/cabinet/wallet/transfer', query: { draft: sealed, change: '1' } }}
            variant="ghost"
          >
            {t('change')}
          </ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
