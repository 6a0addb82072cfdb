import { getTranslations } from 'next-intl/server';
import { Link } from '@/app/_i18n/navigation';
import { Card } from '@/components/ui/card';
import { openTopUpWays } from '@/lib/wallet/open-top-up-ways';

/** In words how money gets into the wallet: only by the ways that are open at present. */
export async function HowToTopUp() {
  const t = await getTranslations('wallet.home');
  const ways = await openTopUpWays();
  return (
    <Card title={t('howTitle')}>
      {ways.length === 0 ? (
        <p className="max-w-[70ch]">{t('how.none')}</p>
      ) : (
        <ul className="grid max-w-[70ch] list-disc gap-2 ps-5 text-sm marker:text-muted">
          {ways.map((way) => (
            <li key={way}>{t(`how.${way}`)}</li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <p className="mt-4">
          <Link href="/cabinet/top-up" className="link">
            {t('actions.topUp')}
          </Link>
        </p>
      )}
    </Card>
  );
}
