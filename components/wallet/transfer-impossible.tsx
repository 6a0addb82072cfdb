import { Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** The office allows no transfers. */
export function TransfersOff() {
  const t = useTranslations('wallet.transfer');
  return <Alert tone="warning">{t('off')}</Alert>;
}

/** There is nothing in the wallet that could be sent. */
export function NothingToTransfer() {
  const t = useTranslations('wallet.transfer');
  return (
    <Card>
      <EmptyState
        icon={Wallet}
        title={t('empty')}
        action={
          <ButtonLink href="/cabinet/top-up" variant="primary">
            {t('topUp')}
          </ButtonLink>
        }
      />
    </Card>
  );
}
