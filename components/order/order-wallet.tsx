'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

/** What the order form knows of the wallet that is a side of it. */
export type FormWallet =
  /** Nobody is signed in: nothing can be ordered; the link comes back to this form. */
  | { state: 'guest'; href: { pathname: string; query: { next: string } } }
  /** It goes into the wallet. */
  | { state: 'into'; number: string }
  /** It is paid from the wallet: `short` where there is less than that. Plain decimals. */
  | { state: 'ready' | 'short'; available: string; asset: string; amount: string };

/** The wallet's part of the order form: what is in it, where the money goes, or what stands in the way. */
export function OrderWallet({ wallet }: { wallet: FormWallet }) {
  const t = useTranslations('order.wallet');
  if (wallet.state === 'guest')
    return (
      <Alert tone="info" title={t('guestTitle')}>
        <p>{t('guestText')}</p>
        <p className="mt-2">
          <ButtonLink href={wallet.href} variant="primary">
            {t('signInLink')}
          </ButtonLink>
        </p>
      </Alert>
    );
  if (wallet.state === 'into')
    return (
      <Card title={t('intoTitle')}>
        <p className="numeric text-lg font-medium">{wallet.number}</p>
      </Card>
    );
  return (
    <Card title={t('fromTitle')}>
      <div className="grid gap-3">
        <p>
          <span className="text-muted">{t('has')}</span>{' '}
          <Amount value={wallet.available} code={wallet.asset} className="font-semibold" />
        </p>
        {wallet.state === 'short' && (
          <Alert tone="warning" title={t('short')}>
            {t('shortText')}
          </Alert>
        )}
      </div>
    </Card>
  );
}
