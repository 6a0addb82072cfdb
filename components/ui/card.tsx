import type { ReactNode } from 'react';

type CardProps = {
  title?: ReactNode;
  /** At the end of the title's line: a link or a small button. */
  action?: ReactNode;
  /** Without inner space: for tables and lists that reach the edges. */
  flush?: boolean;
  as?: 'section' | 'article' | 'div';
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A thing on the page. What is not a thing needs no card. */
export function Card({
  title,
  action,
  flush = false,
  as: Tag = 'section',
  id,
  className,
  children,
}: CardProps) {
  const headed = Boolean(title || action);
  return (
    <Tag id={id} className={`rounded-xl border border-border bg-surface shadow-surface ${className ?? ''}`}>
      {headed && (
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-3 sm:px-5">
          {title && <h2 className="text-base">{title}</h2>}
          {action}
        </div>
      )}
      <div className={flush ? 'overflow-hidden rounded-b-xl' : `p-4 sm:p-5 ${headed ? 'pt-2 sm:pt-2' : ''}`}>
        {children}
      </div>
    </Tag>
  );
}
