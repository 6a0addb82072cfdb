import { useTranslations } from 'next-intl';
import { AccountLabel } from '@/components/ledger/account-label';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import type { AccountView } from '@/lib/ledger/account-view';

/** Accounts with their balances, read the way owners do: what there is, is above zero. */
export function AccountTable({ accounts }: { accounts: AccountView[] }) {
  const t = useTranslations('ledger.accounts');
  const hints = useTranslations('ledger.kindHints');
  return (
    <ColumnTable
      caption={t('title')}
      rows={accounts}
      columns={[
        {
          title: t('account'),
          cell: (account) => (
            <span title={hints(account.kind)}>
              <AccountLabel account={account} linked />
            </span>
          ),
        },
        {
          title: t('balance'),
          numeric: true,
          cell: (account) => <Amount value={account.balance} code={account.asset} exact />,
        },
        {
          title: t('held'),
          numeric: true,
          cell: (account) =>
            !account.mayGoNegative && <Amount value={account.held} code={account.asset} exact />,
        },
      ]}
    />
  );
}
