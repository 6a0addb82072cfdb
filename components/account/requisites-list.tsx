import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/action';
import type { SavedRequisitesView } from '@/lib/auth/saved-requisites';
import { toLocale } from '@/lib/i18n/locales';

type RequisitesListProps = {
  saved: SavedRequisitesView[];
  remove: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** Saved requisites, each with a way to be rid of it. */
export function RequisitesList({ saved, remove }: RequisitesListProps) {
  const t = useTranslations('account.requisites');
  const locale = toLocale(useLocale());
  return (
    <ul className="divide-y divide-separator">
      {saved.map(({ id, label, methodTitles, values }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="font-medium">
              {methodTitles[locale]} <span className="font-normal text-muted">· {label}</span>
            </p>
            <p className="numeric text-sm break-all text-muted">{Object.values(values).join(' · ')}</p>
          </div>
          <ConfirmDialog
            trigger={
              <>
                <Trash2 aria-hidden="true" className="size-4" />
                {t('delete')}
                <span className="sr-only">: {label}</span>
              </>
            }
            triggerLook={{ variant: 'ghost', size: 'sm' }}
            title={t('deleteTitle')}
            description={t('deleteText', { label })}
            confirm={t('delete')}
            danger
            action={remove}
          >
            <input type="hidden" name="id" value={id} />
          </ConfirmDialog>
        </li>
      ))}
    </ul>
  );
}
