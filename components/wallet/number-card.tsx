import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { qrSvg } from '@/lib/qr';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/** What the code says: the till's scanner looks for these letters before the ten digits. */
const codePrefix = 'kantor-wallet:';

/** The wallet's number, large enough to be dictated, and its code for the cashier's camera. */
export async function NumberCard({ number }: { number: string }) {
  const t = await getTranslations('wallet.home');
  const picture = await qrSvg(`${codePrefix}${number}`);
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5">
        <div className="grid max-w-md gap-1.5">
          <h2 className="text-sm font-normal text-muted">{t('number')}</h2>
          <p className="flex flex-wrap items-center gap-x-2">
            <span
              className="numeric text-4xl font-semibold tracking-tight whitespace-nowrap"
              data-testid="number"
            >
              {formatWalletNumber(number)}
            </span>
            <CopyButton text={number} label={t('number')} withWord />
          </p>
          <p className="text-sm text-muted">{t('numberHint')}</p>
        </div>
        <figure className="grid w-36 gap-1.5">
          <div
            role="img"
            aria-label={t('qr')}
            className="overflow-hidden rounded-lg border border-border bg-white [&_svg]:block [&_svg]:size-full"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by ourselves; the text is not in them
            dangerouslySetInnerHTML={{ __html: picture }}
          />
          <figcaption className="text-center text-xs text-muted">{t('qrHint')}</figcaption>
        </figure>
      </div>
    </Card>
  );
}
