'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { followLive } from '@/components/live/follow-live';

type LiveRefreshProps = {
  /** `/api/live/orders/ord_…?secret=…` or `/api/live/desk`. */
  url: string;
  /** The version this page was made from; without it the first one heard counts as that. */
  version?: string | number;
};

/** Renders the page anew when what it shows has changed. What changed is announced by the page itself. */
export function LiveRefresh({ url, version }: LiveRefreshProps) {
  const router = useRouter();
  const shown = useRef(version === undefined ? undefined : String(version));

  useEffect(
    () =>
      followLive(url, (heard) => {
        const known = shown.current;
        shown.current = heard;
        if (known !== undefined && isNewer(heard, known)) router.refresh();
      }),
    [url, router],
  );
  return null;
}

/** Numbers grow; any other version is new if it is different. */
function isNewer(heard: string, known: string): boolean {
  const [a, b] = [Number(heard), Number(known)];
  return Number.isInteger(a) && Number.isInteger(b) ? a > b : heard !== known;
}
