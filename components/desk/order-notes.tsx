import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import type { StepAction } from './step-dialog';

/** Notes among staff; the customer never reads them. */
export function OrderNotes({ opened, addNote }: { opened: DeskOrder; addNote: StepAction }) {
  const t = useTranslations('desk.notes');
  const { order, notes, mayAct } = opened;
  if (!mayAct && notes.length === 0) return null;
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        {notes.length > 0 && (
          <ul className="grid gap-2">
            {notes.map((note) => (
              <li
                key={note.id}
                className="rounded-lg bg-warning-soft px-3 py-2 text-sm text-warning-soft-foreground"
              >
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note.text}</p>
                <p className="text-xs">
                  {note.authorName} · <Time value={note.createdAt} show="relative" />
                </p>
              </li>
            ))}
          </ul>
        )}
        {mayAct && (
          <ActionForm key={order.id} action={addNote} resetOnSuccess className="grid gap-2">
            <input type="hidden" name="orderId" value={order.id} />
            <Field name="text" label={t('add')} hideLabel>
              <TextArea rows={2} maxLength={2000} placeholder={t('placeholder')} />
            </Field>
            <SubmitButton size="sm" variant="secondary" className="justify-self-end">
              {t('add')}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
