'use client';

import { Clock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Countdown } from '@/components/ui/countdown';

type TimeToPayProps = {
  secondsLeft: number;
  /** ISO 8601 */
  until: string;
};

/** How long the order waits for its payment, and until when by the clock; afterwards, what that means. */
export function TimeToPay({ secondsLeft, until }: TimeToPayProps) {
  const t = useTranslations('order');
  const format = useFormatter();
  const day = secondsLeft > 6 * 3600 ? ({ dateStyle: 'medium' } as const) : {};
  const [over, setOver] = useState(secondsLeft <= 0);
  if (over) return <p className="text-sm text-warning">{t('timeOver')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-base">
      <Clock aria-hidden="true" className="size-4.5 text-warning" />
      <span>{t('timeLeft')}</span>
      <Countdown secondsLeft={secondsLeft} onOver={() => setOver(true)} />
      <span className="text-sm text-muted">
        {t('until', { time: format.dateTime(new Date(until), { timeStyle: 'short', ...day }) })}
      </span>
    </p>
  );
}
