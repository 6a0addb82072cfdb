import { Link } from '@/app/_i18n/navigation';

/** What a transfer is about; an order can be opened at the desk. */
export function TransferSubject({ subject }: { subject: string | null }) {
  if (subject === null) return null;
  if (!subject.startsWith('ord_')) return <span className="break-all">{subject}</span>;
  return (
    <Link className="link break-all" href={`/desk/orders/${subject}`}>
      {subject}
    </Link>
  );
}
