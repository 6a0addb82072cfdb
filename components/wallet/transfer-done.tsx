import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { WalletTransferView } from '@/lib/wallet/transfer-view';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/** What was sent; `again`: it had been sent before this press. */
export function TransferDone({ transfer, again }: { transfer: WalletTransferView; again: boolean }) {
  const t = useTranslations('wallet.transfer');
  const locale = toLocale(useLocale());
  const { asset, amount, number, maskedName, entryId } = transfer;
  const words = {
    amount: `${formatAmount(amount, locale)} ${asset}`,
    name: maskedName,
    number: formatWalletNumber(number),
  };
  return (
    <div className="grid max-w-xl grid-cols-1 gap-5">
      <div className="grid gap-1">
        <h1>{t('doneTitle')}</h1>
        <Amount value={amount} code={asset} size="xl" />
      </div>
      <Alert tone={again ? 'info' : 'success'} role="status">
        {t(again ? 'doneEarlier' : 'done', words)}
      </Alert>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/cabinet/wallet/records/${entryId}`} variant="outline">
          {t('receipt')}
        </ButtonLink>
        <ButtonLink href="/cabinet/wallet/transfer" variant="outline">
          {t('again')}
        </ButtonLink>
        <ButtonLink href="/cabinet/wallet" variant="ghost">
          {t('toWallet')}
        </ButtonLink>
      </div>
    </div>
  );
}
