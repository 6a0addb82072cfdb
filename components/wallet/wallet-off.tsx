import { Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** Instead of any page about the wallet while the office keeps none. */
export function WalletOff() {
  const t = useTranslations('wallet.off');
  return (
    <div className="grid gap-5">
      <h1>{t('title')}</h1>
      <Card>
        <EmptyState icon={Wallet} title={t('title')}>
          {t('text')}
        </EmptyState>
      </Card>
    </div>
  );
}
