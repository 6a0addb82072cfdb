import { useFormatter, useNow } from 'next-intl';

type TimeProps = {
  value: Date;
  /** `both`: how long ago, and exactly when beside it; the others show one and keep the other in the title. */
  show?: 'both' | 'relative' | 'exact';
  className?: string;
};

/** A moment, told in the office's time zone. The zone stands in the title. */
export function Time({ value, show = 'both', className }: TimeProps) {
  const format = useFormatter();
  const now = useNow();
  const relative = format.relativeTime(value, now);
  const exact = format.dateTime(value, { dateStyle: 'medium', timeStyle: 'short' });
  const full = format.dateTime(value, { dateStyle: 'long', timeStyle: 'long' });
  return (
    <time
      dateTime={value.toISOString()}
      title={show === 'relative' ? full : `${relative} · ${full}`}
      className={className}
    >
      {show === 'exact' ? exact : relative}
      {show === 'both' && <span className="text-muted"> · {exact}</span>}
    </time>
  );
}
