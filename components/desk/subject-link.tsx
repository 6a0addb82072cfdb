import { Link } from '@/app/_i18n/navigation';

/** What money at the desk is for, by its id: a link where the desk has a page of it. */
export function SubjectLink({ kind, id }: { kind: string; id: string }) {
  const href = kind === 'order' ? `/desk/orders/${id}` : kind === 'topup' ? `/desk/top-ups/${id}` : null;
  if (!href) return <span className="font-mono text-xs break-all">{id}</span>;
  return (
    <Link href={href} className="link font-mono text-xs break-all">
      {id}
    </Link>
  );
}
