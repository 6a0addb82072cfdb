import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';

type QuoteGoneProps = {
  /** `used`: it has become an order already; `unknown`: there never was such a quote, or it was cleared away. */
  reason: 'used' | 'unknown';
  href: string;
};

/** The form without a quote to make an order of: why, and the way on. */
export function QuoteGone({ reason, href }: QuoteGoneProps) {
  const t = useTranslations('order.form.gone');
  return (
    <div className="grid max-w-2xl gap-4">
      <h1>{t(`${reason}.title`)}</h1>
      <Alert tone="info">{t(`${reason}.text`)}</Alert>
      <div>
        <ButtonLink href={href} variant="primary">
          {t('again')}
        </ButtonLink>
      </div>
    </div>
  );
}
