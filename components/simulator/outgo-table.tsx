import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/action';
import type { Operation } from '@/lib/payments/systems/simulator/operation';

type Act = (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;
type OutgoTableProps = { outgoes: Operation[]; at: Date; action: Act };

/** Payouts and refunds that the office asked for; what still waits can be settled or refused at once. */
export function OutgoTable({ outgoes, at, action }: OutgoTableProps) {
  const t = useTranslations('simulator.payouts');
  return (
    <ColumnTable
      caption={t('list')}
      rows={outgoes}
      columns={[
        { title: t('columns.when'), cell: (outgo) => <Time value={outgo.createdAt} show="exact" /> },
        { title: t('columns.kind'), cell: (outgo) => t(outgo.kind === 'refund' ? 'refund' : 'payout') },
        {
          title: t('columns.amount'),
          numeric: true,
          cell: (outgo) => <Amount value={outgo.amount} code={outgo.asset} exact />,
        },
        {
          title: t('columns.destination'),
          cell: (outgo) => <span className="break-all">{destinationOf(outgo)}</span>,
        },
        {
          title: t('columns.state'),
          cell: (outgo) => (
            <div className="flex flex-col items-start gap-2">
              <State outgo={outgo} />
              {outgo.tellAt !== null && outgo.tellAt > at && <Decide id={outgo.id} action={action} />}
            </div>
          ),
        },
      ]}
    />
  );
}

function State({ outgo: { state, tellAt, asked } }: { outgo: Operation }) {
  const t = useTranslations('simulator.payouts.states');
  if (tellAt !== null && asked.kind !== 'payment')
    return <Badge tone="warning">{t(asked.outcome === 'later' ? 'later' : 'hangs')}</Badge>;
  return state === 'done' ? (
    <Badge tone="success">{t('done')}</Badge>
  ) : (
    <Badge tone="danger">{t('refused')}</Badge>
  );
}

function Decide({ id, action }: { id: string; action: Act }) {
  const t = useTranslations('simulator.payouts.decide');
  return (
    <ActionForm action={action}>
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton
          size="sm"
          variant="secondary"
          className="sm:whitespace-nowrap"
          name="decision"
          value="done"
        >
          {t('done')}
        </SubmitButton>
        <SubmitButton
          size="sm"
          variant="secondary"
          className="sm:whitespace-nowrap"
          name="decision"
          value="refused"
        >
          {t('refused')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function destinationOf({ asked }: Operation): string {
  return asked.kind === 'payout' ? Object.values(asked.destination).join(' · ') : '—';
}
