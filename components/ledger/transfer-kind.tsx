import { useTranslations } from 'next-intl';

/** What a transfer was, in words; a kind without words of its own is shown as it is written. */
export function TransferKind({ kind }: { kind: string }) {
  const t = useTranslations('ledger.transfers');
  return <>{t.has(kind) ? t(kind) : kind}</>;
}
