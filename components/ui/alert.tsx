import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const tones = {
  info: { icon: Info, look: 'bg-info-soft text-info-soft-foreground' },
  success: { icon: CircleCheck, look: 'bg-success-soft text-success-soft-foreground' },
  warning: { icon: TriangleAlert, look: 'bg-warning-soft text-warning-soft-foreground' },
  danger: { icon: CircleAlert, look: 'bg-danger-soft text-danger-soft-foreground' },
};

type AlertProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  /** `alert` interrupts a reader: only for what has just gone wrong. */
  role?: 'alert' | 'status';
  children?: ReactNode;
};

/** A message that stands in the page: what is so, and what to do about it. */
export function Alert({ tone = 'info', title, role, children }: AlertProps) {
  const { icon: Icon, look } = tones[tone];
  return (
    <div role={role} className={`flex items-start gap-2.5 rounded-lg px-3.5 py-3 text-sm ${look}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
