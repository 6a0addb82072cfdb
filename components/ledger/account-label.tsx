import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import type { AccountName } from '@/lib/ledger/account-view';

type AccountLabelProps = { account: AccountName; linked?: boolean };

/** "Reserve SBERRUB", "Fees earned RUB", "Wallet anna@mail.test RUB": whose account it is, with a link to its statement. */
export function AccountLabel({ account, linked = false }: AccountLabelProps) {
  const t = useTranslations('ledger');
  const { kind, ownerName, asset } = account;
  const owner = kind === 'takings' && t.has(`takings.${ownerName}`) ? t(`takings.${ownerName}`) : ownerName;
  // A method's code names its asset; a person has accounts in several.
  const named = owner === null ? asset : kind === 'reserve' ? owner : `${owner} ${asset}`;
  const words = (
    <>
      {t(`kinds.${kind}`)} <span className="text-muted">{named}</span>
    </>
  );
  if (!linked) return <span className="break-words">{words}</span>;
  return (
    <Link className="link break-words" href={`/admin/ledger/accounts/${account.id}`}>
      {words}
    </Link>
  );
}
