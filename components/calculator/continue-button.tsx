'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-class';
import { Spinner } from '@/components/ui/spinner';

type ContinueButtonProps = { action: (form: FormData) => Promise<void>; sending: boolean };

/** The next step. Keeps its width and its focus while it is under way. */
export function ContinueButton({ action, sending }: ContinueButtonProps) {
  const t = useTranslations('calculator');
  return (
    <button
      type="submit"
      formAction={action}
      aria-disabled={sending || undefined}
      className={buttonClass({ variant: 'primary', size: 'lg', fullWidth: true }, 'relative mt-4')}
    >
      <span className={sending ? 'invisible' : 'inline-flex items-center gap-2'}>
        {t('continue')}
        <ArrowRight aria-hidden="true" className="size-4.5" />
      </span>
      {sending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}
