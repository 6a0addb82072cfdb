import { ArrowLeftRight, Landmark, Plus, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { WalletSettings } from '@/lib/wallet/wallet-settings';

/** What can be done with a wallet here; what the office does not allow is not offered. */
export function WalletActions({ uses }: { uses: WalletSettings['uses'] }) {
  const t = useTranslations('wallet.home.actions');
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <ButtonLink href="/cabinet/top-up" variant="primary" className="max-sm:w-full">
        <Plus aria-hidden="true" />
        {t('topUp')}
      </ButtonLink>
      {uses.transfers && (
        <ButtonLink href="/cabinet/wallet/transfer" variant="outline" className="max-sm:w-full">
          <Send aria-hidden="true" />
          {t('transfer')}
        </ButtonLink>
      )}
      {uses.withdrawals && (
        <ButtonLink href="/cabinet/wallet/withdraw" variant="outline" className="max-sm:w-full">
          <Landmark aria-hidden="true" />
          {t('withdraw')}
        </ButtonLink>
      )}
      {uses.exchange && (
        <ButtonLink href="/" variant="outline" className="max-sm:w-full">
          <ArrowLeftRight aria-hidden="true" />
          {t('exchange')}
        </ButtonLink>
      )}
    </div>
  );
}
