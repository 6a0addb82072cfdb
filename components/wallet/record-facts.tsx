import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { useLineWords } from './use-line-words';

type RecordFactsProps = {
  line: WalletLineView;
  titles: MethodTitles;
  /** One's own, ten digits. */
  number: string;
  holder: string;
};

/** All that one's own history knows of a line. */
export function RecordFacts({ line, titles, number, holder }: RecordFactsProps) {
  const t = useTranslations('wallet.record');
  const { notes, comment } = useLineWords(titles)(line);
  return (
    <DescriptionList>
      <DescriptionItem term={t('at')}>
        <Time value={new Date(line.at)} show="exact" />
      </DescriptionItem>
      <DescriptionItem term={t('wallet')}>
        <span className="numeric">{formatWalletNumber(number)}</span>
      </DescriptionItem>
      {holder && <DescriptionItem term={t('holder')}>{holder}</DescriptionItem>}
      {notes.length > 0 && (
        <DescriptionItem term={t('details')}>
          <span className="grid">
            {notes.map((note) => (
              <span key={note}>{note}</span>
            ))}
          </span>
        </DescriptionItem>
      )}
      {comment && (
        <DescriptionItem term={t('comment')}>
          <span className="[overflow-wrap:anywhere]">{comment}</span>
        </DescriptionItem>
      )}
      <DescriptionItem term={t('balance')}>
        <Amount value={line.balanceAfter} code={line.asset} className="font-medium" />
      </DescriptionItem>
      <DescriptionItem term={t('line')}>
        <span className="numeric">{line.entryId}</span>
      </DescriptionItem>
      {line.subject !== line.transferId && (
        <DescriptionItem term={t('subject')}>
          <span className="[overflow-wrap:anywhere]">{line.subject}</span>
        </DescriptionItem>
      )}
    </DescriptionList>
  );
}
