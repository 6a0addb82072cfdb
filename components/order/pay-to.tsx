import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { OrderView } from '@/lib/exchange/order-view';
import type { Locale } from '@/lib/i18n/locales';
import { renderMarkdown } from '@/lib/markdown';
import { qrSvg } from '@/lib/qr';

type PayToProps = { order: OrderView; locale: Locale };

/** How much to pay and where to; each detail with its copy button, and a code for the phone that pays. */
export async function PayTo({ order, locale }: PayToProps) {
  const { from, payTo, payCode } = order;
  const picture = payCode ? await qrSvg(payCode) : null;
  return (
    <PayToCard
      title={from.titles[locale]}
      amount={from.amount}
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
            <div>
              <p className="text-sm text-muted">{t('amount')}</p>
              <p className="flex flex-wrap items-center gap-x-2">
                <Amount value={amount} code={asset} size="xl" />
                <CopyButton text={plain(amount)} label={t('amountLabel')} />
              </p>
            </div>
            <dl className="grid gap-2.5">
              {lines.map(({ key, title: name, value, copy }) => (
                <div key={key}>
                  <dt className="text-sm text-muted">{name}</dt>
                  <dd className="flex items-center gap-1">
                    <span className="numeric min-w-0 text-lg leading-snug font-medium [overflow-wrap:anywhere]">
                      {value}
                    </span>
                    {copy && <CopyButton text={value} label={name} />}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
          {picture && (
            <figure className="grid w-44 gap-1.5 justify-self-center">
              <div
                role="img"
                aria-label={t('code')}
                className="overflow-hidden rounded-lg border border-border bg-white [&_svg]:block [&_svg]:size-full"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by ourselves; the text is not in them
                dangerouslySetInnerHTML={{ __html: picture }}
              />
              <figcaption className="text-center text-sm text-muted">{t('scan')}</figcaption>
            </figure>
          )}
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

/** As a bank's form takes it: without the zeros at the end that only the ledger needs. */
function plain(amount: string): string {
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}
