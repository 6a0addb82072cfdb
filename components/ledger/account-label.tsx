import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import type { AccountName } from '@/lib/ledger/account-view';

type AccountLabelProps = { account: AccountName; linked?: boolean };

/** "Reserve SBERRUB", "Fees earned RUB": whose account it is, with a link to its statement. */
export function AccountLabel({ account, linked = false }: AccountLabelProps) {
  const t = useTranslations('ledger.kinds');
  const words = (
    <>
      {t(account.kind)} <span className="text-muted">{account.ownerName ?? account.asset}</span>
    </>
  );
  if (!linked) return <span className="break-words">{words}</span>;
  return (
    <Link className="link break-words" href={`/admin/ledger/accounts/${account.id}`}>
      {words}
    </Link>
  );
}
