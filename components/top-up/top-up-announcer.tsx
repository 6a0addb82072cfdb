'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/announcer';

type TopUpAnnouncerProps = { number: number; status: string };

/** Says a top-up's new state when it moves; where the focus stood on something that is gone, it goes to the heading. */
export function TopUpAnnouncer({ number, status }: TopUpAnnouncerProps) {
  const t = useTranslations('topup');
  const announce = useAnnounce();
  const shown = useRef(status);

  useEffect(() => {
    if (shown.current === status) return;
    shown.current = status;
    announce(t('moved', { number, status }));
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('top-up-status')?.focus({ preventScroll: true });
  }, [number, status, announce, t]);
  return null;
}
