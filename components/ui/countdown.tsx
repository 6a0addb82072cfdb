'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type CountdownProps = {
  /** Seconds left, counted by the server: the reader's own clock may be wrong. */
  secondsLeft: number;
  /** Called once when the time is over, while the page is open. */
  onOver?: () => void;
  /** Shown instead of 0:00. */
  overText?: string;
};

/** Time left, as 14:59 or 1:02:03. Counts by time passed since it was shown, not by the clock on the wall. */
export function Countdown({ secondsLeft, onOver, overText }: CountdownProps) {
  const t = useTranslations('common');
  const [left, setLeft] = useState(Math.max(0, Math.floor(secondsLeft)));
  const over = useRef(onOver);
  over.current = onOver;

  useEffect(() => {
    const end = performance.now() + secondsLeft * 1000;
    let told = secondsLeft <= 0;
    const tick = () => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      if (now > 0 || told) return;
      told = true;
      over.current?.();
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [secondsLeft]);

  return (
    <span role="timer" aria-label={t('timeLeft')} className="numeric font-semibold">
      {left === 0 && overText ? overText : clockFace(left)}
    </span>
  );
}

function clockFace(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
