'use client';

import { useFormatter, useNow, useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';

/** From here on the office is slow, and from there on it is late. Told in the keys' help too. */
export const slowMinutes = 15;
export const lateMinutes = 60;

type WaitingTimeProps = {
  since: string;
  /** The date that the customer was told: from then on the office is late, before it is not. */
  due?: string | null;
};

/** How long the office owes the next step: in figures, and visibly old by colour and weight together. */
export function WaitingTime({ since, due }: WaitingTimeProps) {
  const t = useTranslations('desk.list');
  const format = useFormatter();
  const now = useNow({ updateInterval: 20_000 });
  const from = new Date(due ?? since);
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000);
  const late = due ? minutes >= 0 : minutes >= lateMinutes;
  const slow = !due && minutes >= slowMinutes;
  return (
    <time
      dateTime={from.toISOString()}
      title={`${t(due ? 'dueAt' : 'waitsSince')} ${format.dateTime(from, { dateStyle: 'medium', timeStyle: 'short' })}`}
      className={classes(
        'numeric inline-block justify-self-start whitespace-nowrap rounded px-1 text-xs',
        late && 'bg-danger-soft font-semibold text-danger-soft-foreground',
        slow && !late && 'bg-warning-soft font-medium text-warning-soft-foreground',
        !late && !slow && 'text-muted',
      )}
      data-age={late ? 'late' : slow ? 'slow' : 'fresh'}
    >
      {due && minutes < 0 ? t('in', { time: shortTime(t, -minutes) }) : shortTime(t, minutes)}
    </time>
  );
}

type Words = ReturnType<typeof useTranslations<'desk.list'>>;

/** 8 min, 3 h 20 min, 5 d: short enough for a column. */
function shortTime(t: Words, minutes: number): string {
  const whole = Math.max(0, minutes);
  if (whole < 60) return t('minutes', { minutes: whole });
  if (whole < 24 * 60) return t('hours', { hours: Math.floor(whole / 60), minutes: whole % 60 });
  return t('days', { days: Math.floor(whole / 1440) });
}
