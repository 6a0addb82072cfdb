import { Link } from '@/app/_i18n/navigation';
import { BrandMark } from '@/components/ui/brand-mark';

/** Mark and name, leading to the storefront. */
export function BrandLink({ name, label }: { name: string; label: string }) {
  return (
    <Link href="/" aria-label={label} className="flex min-h-11 shrink-0 items-center gap-2.5">
      <BrandMark size={28} />
      {/* On a phone the balance needs the room; the mark stays. */}
      <span className="text-lg font-semibold tracking-tight max-sm:group-has-data-wallet/head:hidden">
        {name}
      </span>
    </Link>
  );
}
