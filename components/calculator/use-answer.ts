'use client';

import { useEffect, useState } from 'react';
import { getPathname } from '@/app/_i18n/navigation';
import type { Locale } from '@/lib/i18n/locales';
import { amountQuery, pairPath } from './pair-path';
import type { CalcAnswer, CalcInput } from './types';

/** Long enough that a number typed at a run is asked once, short enough to feel like at once. */
const typingPauseMs = 220;

type Asked = { answer: CalcAnswer; state: 'answered' | 'waiting' | 'failed'; askAgain: () => void };

/**
 * The server's answer to what is typed. Only the newest question counts: an older one is aborted, so a slow answer can
 * never overwrite a later one. While waiting the last answer stays and says itself what it belongs to.
 */
export function useAnswer(first: CalcAnswer, input: CalcInput, locale: Locale): Asked {
  const [answer, setAnswer] = useState(first);
  const [failed, setFailed] = useState<CalcInput | null>(null);
  const [times, setTimes] = useState(0);
  const { from, to, side, text } = input;
  const answered = isSame(answer, input);
  const samePair = answer.from === from && answer.to === to;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks the same question once more
  useEffect(() => {
    if (answered) return;
    const question = { from, to, side, text };
    const abort = new AbortController();
    const ask = async () => {
      try {
        const found = await askServer(question, locale, abort.signal);
        if (!abort.signal.aborted) setAnswer(found);
      } catch {
        if (!abort.signal.aborted) setFailed(question);
      }
    };
    const timer = setTimeout(ask, samePair ? typingPauseMs : 0);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [answered, samePair, from, to, side, text, locale, times]);

  const askAgain = () => {
    setFailed(null);
    setTimes((count) => count + 1);
  };
  const state = answered ? 'answered' : failed && isSame(failed, input) ? 'failed' : 'waiting';
  return { answer, state, askAgain };
}

function isSame(a: CalcInput, b: CalcInput): boolean {
  return a.from === b.from && a.to === b.to && a.side === b.side && a.text === b.text;
}

async function askServer(question: CalcInput, locale: Locale, signal: AbortSignal): Promise<CalcAnswer> {
  const { from, to, side, text } = question;
  const pathname = `${pairPath(from, to)}/preview`;
  const response = await fetch(
    getPathname({ href: { pathname, query: amountQuery(side, text.trim()) }, locale }),
    {
      signal,
    },
  );
  if (!response.ok) throw new Error('no answer');
  const answer: CalcAnswer = await response.json();
  // The question as it was typed: the server tells it trimmed.
  return { ...answer, ...question };
}
