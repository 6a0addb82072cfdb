import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import type { DeskEvent, DeskOrder } from '@/lib/exchange/desk-order';

/** The whole history, newest first, with what only staff may know. */
export function OrderStory({ opened: { history } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.story');
  return (
    <Card title={t('title')}>
      <ol className="grid gap-2.5 text-sm">
        {history.map((line) => (
          <li key={line.id} className="grid gap-x-3 sm:grid-cols-[1fr_auto]">
            <span>
              <span className="font-medium">{t(`events.${line.event}`)}</span>{' '}
              <span className="text-muted">{whoOf(line, t)}</span>
              <Details line={line} />
            </span>
            <span className="text-xs text-muted">
              <Time value={line.at} show="exact" />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function whoOf({ actorKind, actorName }: DeskEvent, t: (key: string) => string): string {
  if (actorKind === 'operator' && actorName) return actorName;
  return t(`by.${actorKind}`);
}

/** What the event wrote down besides the status, where it is a text that somebody typed. */
function Details({ line: { details } }: { line: DeskEvent }) {
  const t = useTranslations('desk.story.details');
  const known = [
    'reason',
    'why',
    'comment',
    'from',
    'amount',
    'payer',
    'externalId',
    'rest',
    'payoutReference',
    'reference',
  ] as const;
  return known.map((key) => {
    const text = details[key];
    return typeof text === 'string' && text !== '' ? (
      <span key={key} className="block whitespace-pre-line text-muted [overflow-wrap:anywhere]">
        {t(key)}: {text}
      </span>
    ) : null;
  });
}
