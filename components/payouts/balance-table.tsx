import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { SystemAccount, SystemBalance } from '@/lib/payments/payouts/system-balances';

/** What systems say they have, beside what our ledger says; a difference stands out. */
export function BalanceTable({ balances }: { balances: SystemBalance[] }) {
  const t = useTranslations('payouts.balances');
  const locale = toLocale(useLocale());
  return (
    <ColumnTable
      caption={t('title')}
      rows={balances}
      rowKey={(row) => `${row.accounts[0]?.connectionId} ${row.asset}`}
      columns={[
        { title: t('system'), cell: (row) => row.accounts.map(({ label }) => label).join(' + ') },
        {
          title: t('methods'),
          cell: (row) => (
            <span className="text-sm">{row.methods.map((titles) => titles[locale]).join(', ')}</span>
          ),
        },
        { title: t('theirs'), numeric: true, cell: (row) => <Theirs row={row} /> },
        {
          title: t('ours'),
          numeric: true,
          cell: (row) => <Amount value={row.reserve} code={row.asset} exact />,
        },
        { title: t('difference'), numeric: true, cell: (row) => <Difference row={row} /> },
        { title: t('at'), cell: (row) => <Asked accounts={row.accounts} /> },
      ]}
    />
  );
}

/** One account: what it says. Several: what each says, and the sum where all have told. */
function Theirs({ row: { accounts, balance, asset } }: { row: SystemBalance }) {
  const t = useTranslations('payouts.balances');
  const said = (told: string | null) =>
    told === null ? (
      <span className="text-sm text-muted">{t('untold')}</span>
    ) : (
      <Amount value={told} code={asset} exact />
    );
  const [first, ...others] = accounts;
  if (others.length === 0) return said(first?.balance ?? null);
  return (
    <div className="grid justify-items-end gap-1">
      {accounts.map((account) => (
        <span key={account.connectionId} className="text-sm">
          <span className="text-muted">{account.label}: </span>
          {said(account.balance)}
        </span>
      ))}
      {balance !== null && (
        <span className="font-medium">
          {t('together')} <Amount value={balance} code={asset} exact />
        </span>
      )}
    </div>
  );
}

/** Sentences break where amounts do not. */
const words = 'max-w-[32ch] text-sm whitespace-normal text-muted';

/** Less than our ledger says cannot all be paid out; more is money that nobody has booked. */
function Difference({ row: { balance, difference, asset, untold, partlyByHand } }: { row: SystemBalance }) {
  const t = useTranslations('payouts.balances');
  const locale = toLocale(useLocale());
  if (untold || balance === null) return <span className={words}>{t(`why.${untold ?? 'not_told'}`)}</span>;
  if (difference === null) return <Badge tone="success">{t('equal')}</Badge>;
  const less = difference.startsWith('-');
  return (
    <div className="grid justify-items-end gap-1">
      <Amount value={difference} code={asset} signed exact />
      <Badge tone={less ? 'danger' : 'warning'}>{t(less ? 'less' : 'more')}</Badge>
      {partlyByHand.length > 0 && (
        <span className={words}>
          {t('byHand', { methods: partlyByHand.map((titles) => titles[locale]).join(', ') })}
        </span>
      )}
    </div>
  );
}

/** When they were asked; of several the one whose answer is the oldest. */
function Asked({ accounts }: { accounts: SystemAccount[] }) {
  const times = accounts.flatMap(({ at }) => (at ? [at.getTime()] : []));
  return times.length > 0 ? <Time value={new Date(Math.min(...times))} show="relative" /> : null;
}
