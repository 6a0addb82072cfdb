'use client';

import { Search } from 'lucide-react';
import { type ChangeEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useRouter } from '@/app/_i18n/navigation';
import { buttonClass } from '@/components/ui/button-class';

type TariffFilterProps = { typed: string; words: { label: string; hint: string; show: string } };

const typingPauseMs = 200;

/** Narrows the list while one types; without JavaScript a plain form with its button. */
export function TariffFilter({ typed, words }: TariffFilterProps) {
  const router = useRouter();
  const [value, setValue] = useState(typed);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A link such as "Show all" changes the address from outside.
  const [sent, setSent] = useState(typed);
  const [known, setKnown] = useState(typed);
  if (known !== typed) {
    setKnown(typed);
    if (typed !== sent) setValue(typed);
  }

  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const next = event.target.value;
    setValue(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const q = next.trim();
      setSent(q);
      const href = { pathname: '/tariffs', query: q ? { q } : {} };
      startTransition(() => router.replace(href, { scroll: false }));
    }, typingPauseMs);
  };
  return (
    <search>
      <form method="get" className="flex max-w-xl items-end gap-2" aria-busy={pending}>
        <label className="grid grow gap-1.5 text-sm font-medium">
          {words.label}
          <span className="relative">
            <Search
              aria-hidden="true"
              className="absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
            />
            <input
              type="search"
              name="q"
              value={value}
              onChange={change}
              maxLength={60}
              autoComplete="off"
              placeholder={words.hint}
              className="input ps-9 font-normal"
            />
          </span>
        </label>
        <noscript>
          <button type="submit" className={buttonClass({ variant: 'secondary' })}>
            {words.show}
          </button>
        </noscript>
      </form>
    </search>
  );
}
