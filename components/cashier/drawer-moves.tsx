import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { DrawerMoveView } from '@/lib/cashier/till-types';

/** What was brought into the drawer and collected from it in a shift. */
export function DrawerMoves({ moves }: { moves: DrawerMoveView[] }) {
  const t = useTranslations('till.shift');
  return (
    <Table caption={t('moves')}>
      <thead>
        <tr>
          <Th>{t('at')}</Th>
          <Th>{t('direction')}</Th>
          <Th numeric>{t('amount')}</Th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ id, at, direction, amount, asset, note, ...rest }) => (
          <tr key={id}>
            <Td label={t('at')}>
              <Time value={new Date(at)} show="exact" />
            </Td>
            <Td label={t('direction')}>
              <span className="block">{t(direction === 'bring' ? 'brought' : 'collected')}</span>
              {note && <span className="block text-sm text-muted [overflow-wrap:anywhere]">{note}</span>}
              {direction === 'collect' && <Collected {...rest} />}
            </Td>
            <Td numeric label={t('amount')}>
              <Amount value={direction === 'bring' ? amount : `-${amount}`} code={asset} signed exact />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
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
