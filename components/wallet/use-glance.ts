'use client';

import { useEffect, useRef, useState } from 'react';
import { followLive } from '@/components/live/follow-live';
import { useAnnounce } from '@/components/ui/announcer';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import { balanceChanges, type WalletGlance } from '@/lib/wallet/glance-balances';
import { walletChanged } from './wallet-changed';

const litMs = 2_500;
const askAgainMs = 2_000;

/**
 * The wallet as it is now: follows its version and asks for the balances when that is another. Changes of a balance
 * are said in passing (`words` with `{change}` and `{balance}`) and light the figure up for a moment.
 */
export function useGlance(
  fromServer: WalletGlance,
  locale: Locale,
  words: string,
): { glance: WalletGlance; changed: boolean } {
  const [glance, setGlance] = useState(fromServer);
  const [lit, setLit] = useState(0);
  const announce = useAnnounce();
  const shown = useRef(fromServer);

  const show = useRef((_next: WalletGlance) => {});
  show.current = (next) => {
    const changes = balanceChanges(shown.current.balances, next.balances);
    const isNew = next.version !== shown.current.version;
    shown.current = next;
    setGlance(next);
    if (isNew) window.dispatchEvent(new Event(walletChanged));
    if (Object.keys(changes).length === 0) return;
    announce(inWords(changes, next, locale, words));
    setLit((times) => times + 1);
  };

  const ask = useRef(() => {});

  useEffect(() => {
    let again: number | undefined;
    let asked = 0;
    ask.current = async () => {
      window.clearTimeout(again);
      asked += 1;
      const mine = asked;
      try {
        const answer = await fetch('/api/wallet', { cache: 'no-store' });
        const next: WalletGlance | null = answer.ok ? await answer.json() : null;
        // Asked again meanwhile: this answer may be the older one.
        if (mine !== asked) return;
        if (next) return show.current(next);
        if (answer.status < 500) return;
      } catch {
        // The server is away for a moment.
      }
      if (mine === asked) again = window.setTimeout(ask.current, askAgainMs);
    };
    const stop = followLive('/api/live/wallet', (version) => {
      if (version !== shown.current.version) ask.current();
    });
    return () => {
      stop();
      asked += 1;
      window.clearTimeout(again);
    };
  }, []);

  // The page was rendered anew: what it brings may be newer than what was heard, or older, where it was begun before.
  useEffect(() => {
    if (fromServer.version !== shown.current.version) ask.current();
  }, [fromServer]);

  useEffect(() => {
    if (lit === 0) return;
    const timer = window.setTimeout(() => setLit(0), litMs);
    return () => window.clearTimeout(timer);
  }, [lit]);

  return { glance, changed: lit > 0 };
}

function inWords(changes: Record<string, string>, glance: WalletGlance, locale: Locale, words: string) {
  return glance.balances
    .flatMap(({ asset, balance }) => {
      const change = changes[asset];
      if (change === undefined) return [];
      const told = (text: string, signed: boolean) => `${formatAmount(text, locale, { signed })} ${asset}`;
      return [words.replace('{change}', told(change, true)).replace('{balance}', told(balance, false))];
    })
    .join(' ');
}
