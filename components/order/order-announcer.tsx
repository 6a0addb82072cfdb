'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/announcer';

/** Says the order's new status when it moves; where the focus stood on something that is gone, it goes to the heading. */
export function OrderAnnouncer({ state }: { state: string }) {
  const t = useTranslations('order');
  const announce = useAnnounce();
  const shown = useRef(state);

  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    const heading = document.getElementById('order-status');
    announce(t('moved', { status: heading?.textContent ?? '' }));
    if (document.activeElement === null || document.activeElement === document.body) {
      heading?.focus({ preventScroll: true });
    }
  }, [state, announce, t]);
  return null;
}
