import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { LetterBadge } from '@/components/letter/letter-badge';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { LetterView } from '@/lib/notify/letter-queries';

/** To whom a letter went, when, by which way and how often it was tried. */
export function LetterFacts({ letter }: { letter: LetterView }) {
  const t = useTranslations('letters');
  return (
    <DescriptionList>
      <DescriptionItem term={t('state')}>
        <LetterBadge state={letter.state} />
      </DescriptionItem>
      <DescriptionItem term={t('to')}>
        <span className="break-all">{letter.to}</span>
      </DescriptionItem>
      <DescriptionItem term={t('createdAt')}>
        <Time value={letter.createdAt} />
      </DescriptionItem>
      {letter.sentAt && (
        <DescriptionItem term={t('sentAt')}>
          <Time value={letter.sentAt} />
        </DescriptionItem>
      )}
      {letter.state === 'failed' && letter.nextTryAt && (
        <DescriptionItem term={t('nextTryAt')}>
          <Time value={letter.nextTryAt} />
        </DescriptionItem>
      )}
      <DescriptionItem term={t('tries')}>{letter.tries}</DescriptionItem>
      {letter.channel && t.has(`channels.${letter.channel}`) && (
        <DescriptionItem term={t('channel')}>{t(`channels.${letter.channel}`)}</DescriptionItem>
      )}
      {letter.orderId && (
        <DescriptionItem term={t('order')}>
          <Link href={`/desk/orders/${letter.orderId}`} className="text-link">
            {letter.orderId}
          </Link>
        </DescriptionItem>
      )}
    </DescriptionList>
  );
}
