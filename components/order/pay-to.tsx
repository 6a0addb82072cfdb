import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { OrderView } from '@/lib/exchange/order-view';
import type { Locale } from '@/lib/i18n/locales';
import { renderMarkdown } from '@/lib/markdown';
import { qrSvg } from '@/lib/qr';
import { PayAmount, PayCode, PayLines } from './pay-lines';

type PayToProps = { order: OrderView; locale: Locale };

/** How much to pay and where to; each detail with its copy button, and a code for the phone that pays. */
export async function PayTo({ order, locale }: PayToProps) {
  const { from, payTo, payCode, payment } = order;
  const picture = payCode ? await qrSvg(payCode) : null;
  return (
    <PayToCard
      title={from.titles[locale]}
      amount={payment?.amount ?? from.amount}
      asset={from.asset}
      lines={payTo.map(({ key, titles, value, copy }) => ({ key, title: titles[locale], value, copy }))}
      picture={picture}
      instructions={order.instructions[locale] || ''}
    />
  );
}

type PayToCardProps = {
  title: string;
  amount: string;
  asset: string;
  lines: { key: string; title: string; value: string; copy: boolean }[];
  picture: string | null;
  instructions: string;
};

function PayToCard({ title, amount, asset, lines, picture, instructions }: PayToCardProps) {
  const t = useTranslations('order.payTo');
  return (
    <Card title={t('title', { method: title })}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 flex-1 basis-64 gap-3">
            <PayAmount title={t('amount')} label={t('amountLabel')} amount={amount} asset={asset} />
            <PayLines lines={lines} />
          </div>
          {picture && <PayCode picture={picture} label={t('code')} caption={t('scan')} />}
        </div>
        {instructions && (
          <div
            className="prose text-sm"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets only harmless marks through
            dangerouslySetInnerHTML={{ __html: renderMarkdown(instructions) }}
          />
        )}
        <Alert tone="info">{t('exactly')}</Alert>
      </div>
    </Card>
  );
}
