'use client';

import { FileText } from 'lucide-react';
import { useState } from 'react';

/** A customer's receipt, small; the whole opens in a tab of its own. What is no picture shows as a file. */
export function ReceiptPicture({ url, label }: { url: string; label: string }) {
  const [isPicture, setIsPicture] = useState(true);
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
      className="grid size-20 shrink-0 place-items-center overflow-hidden rounded-lg border border-border bg-surface-secondary sm:size-28"
    >
      {isPicture ? (
        // biome-ignore lint/performance/noImgElement: the optimizer is off, and receipts are private
        <img
          src={url}
          alt=""
          loading="lazy"
          onError={() => setIsPicture(false)}
          className="size-full object-contain"
        />
      ) : (
        <FileText aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />
      )}
    </a>
  );
}
