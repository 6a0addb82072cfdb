import type { ReactNode } from 'react';

/** Names and values of one thing, a line each; values stand at the right where they are figures. */
export function DescriptionList({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-4 gap-y-2 text-sm">{children}</dl>;
}

/** One line of a `DescriptionList`. */
export function DescriptionItem({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-muted">{term}</dt>
      <dd className="ms-auto min-w-0 text-end [&>.button]:-my-1 [&>.button]:align-middle">{children}</dd>
    </div>
  );
}
