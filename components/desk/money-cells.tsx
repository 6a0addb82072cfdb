import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { WaitingTime } from './waiting-time';

/** How long it has waited, or, where that is over, when it ended. */
export function MoneyAge({ since, endedAt }: { since: Date; endedAt: Date | null }) {
  if (endedAt) return <Time value={endedAt} show="relative" className="text-sm" />;
  return (
    <span>
      <WaitingTime since={since.toISOString()} />
    </span>
  );
}

type MoneyStateProps = {
  badges: { tone: BadgeTone; word: string }[];
  /** What is to be said of it, line by line; empty ones are left out. */
  lines: (string | null | false)[];
  children?: ReactNode;
};

/** Where it stands, with everything that was said of it. */
export function MoneyState({ badges, lines, children }: MoneyStateProps) {
  return (
    <div className="grid justify-items-end gap-1 text-end md:justify-items-start md:text-start">
      {badges.map(({ tone, word }) => (
        <Badge key={word} tone={tone}>
          {word}
        </Badge>
      ))}
      {lines
        .filter((line) => typeof line === 'string' && line !== '')
        .map((line) => (
          <span key={`${line}`} className="max-w-[34ch] text-xs text-muted [overflow-wrap:anywhere]">
            {line}
          </span>
        ))}
      {children}
    </div>
  );
}

type CopyLinesProps = {
  /** `name` is said above the value where somebody types it elsewhere. */
  lines: { value: string; label: string; name?: string | false }[];
};

/** Where money goes to, value by value: each can be copied. */
export function CopyLines({ lines }: CopyLinesProps) {
  return (
    <ul className="grid gap-0.5">
      {lines.map(({ value, label, name }) => (
        <li key={`${label} ${value}`} className="grid">
          {name && <span className="text-xs text-muted">{name}</span>}
          <span className="flex items-center gap-1 font-mono text-xs">
            <span className="max-w-[26ch] [overflow-wrap:anywhere]">{value}</span>
            <CopyButton text={value} label={label} />
          </span>
        </li>
      ))}
    </ul>
  );
}
