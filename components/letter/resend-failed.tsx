import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/action';

type ResendFailedProps = {
  action: (previous: ActionResult<number> | null, form: FormData) => Promise<ActionResult<number>>;
  filter: { code: string; to: string };
  failed: { count: number; more: boolean };
};

/** Sends every failed letter of the filter again; the question tells how many there are. */
export function ResendFailed({ action, filter, failed: { count, more } }: ResendFailedProps) {
  const t = useTranslations('letters');
  return (
    <ConfirmDialog
      trigger={t('resendFailed', { count })}
      title={t('resendFailedTitle', { count })}
      description={
        <>
          <p>{t(filter.code || filter.to ? 'resendFailedFiltered' : 'resendFailedAll')}</p>
          {more && <p className="mt-2">{t('resendFailedMore', { count })}</p>}
        </>
      }
      confirm={t('resendFailed', { count })}
      action={action}
      announced={t('queuedAllAgain')}
    >
      <input type="hidden" name="code" value={filter.code} />
      <input type="hidden" name="to" value={filter.to} />
      <input type="hidden" name="count" value={count} />
    </ConfirmDialog>
  );
}
