import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { OperationView } from '@/lib/cashier/till-types';

/** An operation that was taken back, with both its sides: what moved, and what moved back, by whom and why. */
export function OperationSides({ operation }: { operation: OperationView }) {
  const t = useTranslations('till.operation');
  const { kind, walletAmount, asset, cashier, decidedAt, createdAt } = operation;
  const [there, back] = kind === 'top_up' ? ['', '-'] : ['-', ''];
  return (
    <Table caption={t('sides')}>
      <thead>
        <tr>
          <Th>{t('side')}</Th>
          <Th>{t('at')}</Th>
          <Th numeric>{t('inWallet')}</Th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <Td label={t('side')}>
            <span className="font-medium">{t('sideOperation')}</span>
            <span className="block text-sm text-muted">{cashier.name}</span>
          </Td>
          <Td label={t('at')}>
            <Time value={new Date(decidedAt ?? createdAt)} show="exact" />
          </Td>
          <Td numeric label={t('inWallet')}>
            <Amount value={`${there}${walletAmount}`} code={asset} signed exact />
          </Td>
        </tr>
        <tr>
          <Td label={t('side')}>
            <span className="font-medium">{t('sideReversal')}</span>
            <span className="block text-sm [overflow-wrap:anywhere] text-muted">
              {t('takenBackBy', { name: operation.reversedBy ?? '', reason: operation.reverseReason ?? '' })}
            </span>
          </Td>
          <Td label={t('at')}>
            {operation.reversedAt && <Time value={new Date(operation.reversedAt)} show="exact" />}
          </Td>
          <Td numeric label={t('inWallet')}>
            <Amount value={`${back}${walletAmount}`} code={asset} signed exact />
          </Td>
        </tr>
      </tbody>
    </Table>
  );
}
