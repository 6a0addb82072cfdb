import { useTranslations } from 'next-intl';
import { LetterBadge } from '@/components/letter/letter-badge';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';

/** Letters sent about the order, to the customer and to the office. */
export function OrderLetters({ opened: { letters } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.letters');
  const codes = useTranslations('letters.codes');
  if (letters.length === 0) return null;
  return (
    <Card title={t('title')}>
      <ul className="grid gap-2 text-sm">
        {letters.map((letter) => (
          <li key={letter.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LetterBadge state={letter.state} />
            <span className="min-w-0 grow [overflow-wrap:anywhere]">
              {codes.has(letter.code) ? codes(letter.code) : letter.code}{' '}
              <span className="text-muted">{letter.to}</span>
            </span>
            <span className="text-xs text-muted">
              <Time value={letter.createdAt} show="exact" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
