'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { walletChanged } from './wallet-changed';

/** Renders a page about the wallet anew when the head has heard of a change: one stream serves both. */
export function WalletRefresh() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener(walletChanged, refresh);
    return () => window.removeEventListener(walletChanged, refresh);
  }, [router]);
  return null;
}
