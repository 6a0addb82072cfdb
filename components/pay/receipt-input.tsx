'use client';

import { FileText, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useField } from '@/components/ui/form-context';

/** What the office takes; named one by one, so that phones turn their own format into one of these. */
const accepted = 'image/jpeg,image/png,image/webp,application/pdf';
const bytesMax = 10 * 1024 * 1024;

/** A receipt from the files or the camera, inside a `Field`: its name and size are shown before it is sent. */
export function ReceiptInput() {
  const t = useTranslations('order.claim');
  const format = useFormatter();
  const field = useField();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);

  const drop = () => {
    if (!input.current) return;
    input.current.value = '';
    setFile(null);
    input.current.focus();
  };
  const kilobytes = file ? Math.max(1, Math.ceil(file.size / 1024)) : 0;
  const size =
    kilobytes < 1024
      ? t('kilobytes', { size: format.number(file?.size === 0 ? 0 : kilobytes) })
      : t('megabytes', { size: format.number(kilobytes / 1024, { maximumFractionDigits: 1 }) });
  return (
    <>
      <input
        ref={input}
        type="file"
        id={field.id}
        name={field.name}
        accept={accepted}
        aria-invalid={field.invalid || undefined}
        aria-describedby={field.describedBy}
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        className="input h-auto py-2 text-sm file:me-3 file:rounded-md file:border-0 file:bg-default file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-default-foreground"
      />
      <div role="status">
        {file && (
          <div className="flex items-center gap-2 rounded-lg bg-surface-secondary px-3 py-1.5 text-sm">
            <FileText aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate" title={file.name}>
              {file.name}
            </span>
            <span className="numeric whitespace-nowrap text-muted">{size}</span>
            <Button variant="ghost" size="sm" iconOnly aria-label={t('drop')} onClick={drop}>
              <X aria-hidden="true" className="size-4" />
            </Button>
          </div>
        )}
        {file && file.size > bytesMax && <p className="mt-1 text-sm text-danger">{t('tooLarge')}</p>}
      </div>
    </>
  );
}
