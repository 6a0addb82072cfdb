type BrandMarkProps = {
  /** Edge in px. Drawn on a grid of 32; clear from 16 up. */
  size?: number;
  /** Fixed colours, where no page style is at hand: letters, receipts, pictures. */
  fixed?: boolean;
  className?: string;
};

/**
 * The mark: a K whose arms are the two sides of an exchange, one given, one got back, on a note of petrol. The
 * name stands beside it or in the link around it, so the picture itself is silent.
 */
export function BrandMark({ size = 28, fixed = false, className }: BrandMarkProps) {
  const ground = fixed ? '#0b595f' : 'var(--accent)';
  const ink = fixed ? '#fbf8f2' : 'var(--accent-foreground)';
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" fill={ground} />
      <path d="M8 6h4v20H8z" fill={ink} />
      <path d="M13.5 15.5 20 6h6l-6.5 9.5z" fill={ink} />
      <path d="M13.5 16.5h6L26 26h-6z" fill={ink} fillOpacity="0.68" />
    </svg>
  );
}
