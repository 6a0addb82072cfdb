import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  icon?: LucideIcon;
  /** What will be here. */
  title: ReactNode;
  /** Why it is empty or how it fills. */
  children?: ReactNode;
  /** The first step: a button or a link. */
  action?: ReactNode;
};

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-10 text-center">
      {Icon && <Icon aria-hidden="true" className="size-7 text-muted" strokeWidth={1.5} />}
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-[52ch] text-sm text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
