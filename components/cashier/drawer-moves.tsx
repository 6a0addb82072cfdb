import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { DrawerMoveView } from '@/lib/cashier/till-types';

/** What was brought into the drawer and collected from it in a shift. */
export function DrawerMoves({ moves }: { moves: DrawerMoveView[] }) {
  const t = useTranslations('till.shift');
  return (
    <ColumnTable
      caption={t('moves')}
      rows={moves}
      columns={[
        { title: t('at'), cell: (move) => <Time value={new Date(move.at)} show="exact" /> },
        {
          title: t('moveWas'),
          cell: (move) => (
            <>
              <span className="block">{t(move.direction === 'bring' ? 'brought' : 'collected')}</span>
              {move.note && (
                <span className="block text-sm text-muted [overflow-wrap:anywhere]">{move.note}</span>
              )}
              {move.direction === 'collect' && <Collected {...move} />}
            </>
          ),
        },
        {
          title: t('amount'),
          numeric: true,
          cell: (move) => (
            <Amount
              value={move.direction === 'bring' ? move.amount : `-${move.amount}`}
              code={move.asset}
              signed
              exact
            />
          ),
        },
      ]}
    />
  );
}

/** What became of what was collected. */
function Collected({
  state,
  decidedBy,
  returnReason,
}: Pick<DrawerMoveView, 'state' | 'decidedBy' | 'returnReason'>) {
  const t = useTranslations('till.shift');
  if (state === 'waiting') return <Badge tone="warning">{t('onTheWay')}</Badge>;
  if (decidedBy === null) return null;
  const words = { name: decidedBy, reason: returnReason ?? '' };
  return (
    <span
      className={`text-sm [overflow-wrap:anywhere] ${state === 'returned' ? 'text-danger' : 'text-muted'}`}
    >
      {t(state === 'returned' ? 'returnedBy' : 'receivedBy', words)}
    </span>
  );
}
