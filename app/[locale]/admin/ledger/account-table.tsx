import { useTranslations } from 'next-intl';
import { AccountLabel } from '@/components/ledger/account-label';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import type { AccountView } from '@/lib/ledger/account-view';

/** Accounts with their balances, read the way owners do: what there is, is above zero. */
export function AccountTable({ accounts }: { accounts: AccountView[] }) {
  const t = useTranslations('ledger.accounts');
  const hints = useTranslations('ledger.kindHints');
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('account')}</Th>
          <Th numeric>{t('balance')}</Th>
          <Th numeric>{t('held')}</Th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <Td label={t('account')}>
              <span title={hints(account.kind)}>
                <AccountLabel account={account} linked />
              </span>
            </Td>
            <Td numeric label={t('balance')}>
              <Amount value={account.balance} code={account.asset} exact />
            </Td>
            <Td numeric label={account.mayGoNegative ? undefined : t('held')}>
              {!account.mayGoNegative && <Amount value={account.held} code={account.asset} exact />}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
