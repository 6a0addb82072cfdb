import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { PayToLine } from '@/lib/exchange/types';
import type { Locale } from '@/lib/i18n/locales';
import { renderMarkdown } from '@/lib/markdown';
import { qrSvg } from '@/lib/qr';
import { PayAmount, PayCode, PayLines } from './pay-lines';

type PayToCardProps = {
  title: string;
  amount: string;
  asset: string;
  payTo: PayToLine[];
  /** What the QR code says; null: there is none. */
  payCode: string | null;
  /** The office's words, marked up. */
  instructions: string;
  /** That the details are for this alone. */
  exactly: string;
  locale: Locale;
};

/** How much to pay and where to; each detail with its copy button, and a code for the phone that pays. */
export async function PayToCard(props: PayToCardProps) {
  return <Drawn {...props} picture={props.payCode ? await qrSvg(props.payCode) : null} />;
}

function Drawn({ picture, payTo, locale, ...props }: PayToCardProps & { picture: string | null }) {
  const t = useTranslations('order.payTo');
  const { title, amount, asset, instructions, exactly } = props;
  const lines = payTo.map(({ titles, ...line }) => ({ ...line, title: titles[locale] }));
  return (
    <Card title={title}>
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
        <Alert tone="info">{exactly}</Alert>
      </div>
    </Card>
  );
}
