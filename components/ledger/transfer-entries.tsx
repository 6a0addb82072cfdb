import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { HoldView, TransferView } from '@/lib/ledger/transfer-queries';
import { AccountLabel } from './account-label';

type TransferEntriesProps = {
  transfer: Pick<TransferView, 'entries' | 'holds'>;
  /** Links to the accounts' statements, for those who may open them. */
  linked?: boolean;
};

/** A transfer's entries in two columns, and what it did to holds. */
export function TransferEntries({ transfer, linked = false }: TransferEntriesProps) {
  const t = useTranslations('ledger.transfer');
  return (
    <div className="grid">
      {transfer.entries.length > 0 && (
        <Table caption={t('entries')}>
          <thead>
            <tr>
              <Th>{t('account')}</Th>
              <Th numeric className="w-48">
                {t('debit')}
              </Th>
              <Th numeric className="w-48">
                {t('credit')}
              </Th>
            </tr>
          </thead>
          <tbody>
            {transfer.entries.map(({ entryId, account, side, amount }) => (
              <tr key={entryId}>
                <Td label={t('account')}>
                  <AccountLabel account={account} linked={linked} />
                </Td>
                <Td numeric label={side === 'debit' ? t('debit') : undefined}>
                  {side === 'debit' && <Amount value={amount} code={account.asset} exact />}
                </Td>
                <Td numeric label={side === 'credit' ? t('credit') : undefined}>
                  {side === 'credit' && <Amount value={amount} code={account.asset} exact />}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {transfer.holds.length > 0 && (
        <ul aria-label={t('holds')} className="grid gap-2 px-4 py-3 text-sm sm:px-5">
          {transfer.holds.map((hold) => (
            <li key={`${hold.holdId} ${hold.did}`}>
              <HoldLine hold={hold} linked={linked} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const tones: Record<HoldView['did'], BadgeTone> = {
  placed: 'warning',
  taken: 'success',
  released: 'neutral',
};

function HoldLine({ hold, linked }: { hold: HoldView; linked: boolean }) {
  const t = useTranslations('ledger.holds');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={tones[hold.did]}>{t(hold.did)}</Badge>
      <Amount value={hold.amount} code={hold.account.asset} exact />
      <AccountLabel account={hold.account} linked={linked} />
    </div>
  );
}
