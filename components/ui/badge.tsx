import { CircleCheck, CircleDashed, CircleX, Clock, type LucideIcon, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';

/** Done · waits for somebody · failed or refused · being worked on · closed or not yet begun. */
export type BadgeTone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

const looks: Record<BadgeTone, { icon: LucideIcon; look: string }> = {
  success: { icon: CircleCheck, look: 'bg-success-soft text-success-soft-foreground' },
  warning: { icon: Clock, look: 'bg-warning-soft text-warning-soft-foreground' },
  danger: { icon: CircleX, look: 'bg-danger-soft text-danger-soft-foreground' },
  info: { icon: RefreshCw, look: 'bg-info-soft text-info-soft-foreground' },
  neutral: { icon: CircleDashed, look: 'bg-default-soft text-default-soft-foreground' },
};

type BadgeProps = { tone?: BadgeTone; icon?: LucideIcon; children: ReactNode };

/** A status: colour, icon and word together, never the colour alone. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  const { icon: own, look } = looks[tone];
  const Icon = icon ?? own;
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-md px-1.5 text-xs font-medium whitespace-nowrap ${look}`}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
