/** Holds the place of what is still being read; give it the height and width of that. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <div aria-hidden="true" className={`animate-pulse rounded-md bg-surface-tertiary ${className}`} />;
}
