import { ReceiptText } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { useLineWords } from './use-line-words';

/** A line with the address of what it is about, where that has a page. */
export type HistoryRow = WalletLineView & { href: string | null };

/** Lines of the wallet, each with the balance after it, the page of what it is about and its receipt. */
export function HistoryTable({ lines, titles }: { lines: HistoryRow[]; titles: MethodTitles }) {
  const t = useTranslations('wallet.history');
  const format = useFormatter();
  const wordsOf = useLineWords(titles);
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('at')}</Th>
          <Th>{t('what')}</Th>
          <Th numeric>{t('amount')}</Th>
          <Th numeric>{t('balance')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { title, notes, comment } = wordsOf(line);
          const at = new Date(line.at);
          return (
            <tr key={line.entryId}>
              <Td label={t('at')} className="whitespace-nowrap">
                <Link
                  href={`/cabinet/wallet/records/${line.entryId}`}
                  className="link inline-flex items-center gap-1.5"
                  title={t('open', {
                    at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
                  })}
                >
                  <ReceiptText aria-hidden="true" className="size-4 text-muted" />
                  <Time value={at} show="exact" />
                </Link>
              </Td>
              <Td label={t('what')}>
                <span className="grid min-w-0">
                  {line.href ? (
                    <Link href={line.href} className="link justify-self-start max-md:justify-self-end">
                      {title}
                    </Link>
                  ) : (
                    <span>{title}</span>
                  )}
                  {notes.length > 0 && <span className="text-xs text-muted">{notes.join(' · ')}</span>}
                  {comment && <span className="text-xs text-muted [overflow-wrap:anywhere]">{comment}</span>}
                </span>
              </Td>
              <Td numeric label={t('amount')}>
                <Amount
                  value={line.amount}
                  code={line.asset}
                  signed
                  className={`font-medium ${line.amount.startsWith('-') ? '' : 'text-success'}`}
                />
              </Td>
              <Td numeric label={t('balance')}>
                <Amount value={line.balanceAfter} code={line.asset} />
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
