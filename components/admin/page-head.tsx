import type { ReactNode } from 'react';

/** Title of a page of the admin area, the line that says what is set here, and its main action. */
export function PageHead({
  title,
  lead,
  action,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <div className="grid gap-1">
        <h1>{title}</h1>
        {lead && <p className="max-w-[70ch] text-sm text-muted">{lead}</p>}
      </div>
      {action}
    </div>
  );
}
