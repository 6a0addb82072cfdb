'use client';

import { useTranslations } from 'next-intl';
import { useFormStatus } from 'react-dom';

/** While the form around it is under way: that it is being sent, for eyes and for readers. */
export function UploadState() {
  const t = useTranslations('order.claim');
  const { pending, data } = useFormStatus();
  const receipt = data?.get('receipt');
  const withFile = receipt instanceof File && receipt.size > 0;
  return (
    <div role="status" className="empty:hidden">
      {pending && (
        <div className="grid gap-1.5 text-sm text-muted">
          <span>{t(withFile ? 'sendingFile' : 'sending')}</span>
          <progress aria-label={t('sending')} className="h-1.5 w-full accent-accent" />
        </div>
      )}
    </div>
  );
}
