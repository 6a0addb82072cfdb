import { useTranslations } from 'next-intl';
import { PayAmount, PayCode, PayLines } from '@/components/order/pay-lines';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locales';
import { renderMarkdown } from '@/lib/markdown';
import { qrSvg } from '@/lib/qr';
import type { TopUpView } from '@/lib/wallet/top-up/top-up-view';

type PayDirectlyProps = { topUp: TopUpView; locale: Locale };

/** How much to pay and where to; each detail with its copy button, and a code for the phone that pays. */
export async function PayDirectly(props: PayDirectlyProps) {
  const { payCode } = props.topUp;
  return <PayToCard {...props} picture={payCode ? await qrSvg(payCode) : null} />;
}

function PayToCard({ topUp, locale, picture }: PayDirectlyProps & { picture: string | null }) {
  const t = useTranslations('order.payTo');
  const words = useTranslations('topup.payTo');
  const instructions = topUp.instructions[locale] ?? '';
  const lines = topUp.payTo.map(({ key, titles, value, copy }) => ({
    key,
    title: titles[locale],
    value,
    copy,
  }));
  return (
    <Card title={words('title', { method: topUp.methodTitles?.[locale] ?? '' })}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid min-w-0 flex-1 basis-64 gap-3">
            <PayAmount
              title={t('amount')}
              label={t('amountLabel')}
              amount={topUp.amount}
              asset={topUp.asset}
            />
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
        <Alert tone="info">{words('exactly')}</Alert>
      </div>
    </Card>
  );
}
