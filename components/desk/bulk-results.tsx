'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { OrderResult } from '@/lib/exchange/each-order';

type BulkResultsProps = { what: 'cancel' | 'delete'; results: OrderResult[]; onClose: () => void };

/** What became of each order, those that refused first. */
export function BulkResults({ what, results, onClose }: BulkResultsProps) {
  const t = useTranslations('desk.bulk');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const sorted = [...results.filter((one) => !one.ok), ...results.filter((one) => one.ok)];
  const done = results.filter((one) => one.ok).length;
  return (
    <div className="grid gap-3 text-sm">
      <p role="status">{t(`${what}.done`, { done, all: results.length })}</p>
      <ul className="grid max-h-64 gap-1 overflow-y-auto">
        {sorted.map((result) => (
          <li key={result.orderId} className="grid grid-cols-[1rem_1fr] items-start gap-x-2">
            {result.ok ? (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-4 text-success" />
            ) : (
              <CircleX aria-hidden="true" className="mt-0.5 size-4 text-danger" />
            )}
            <span>
              <span className="numeric">{result.orderId}</span>{' '}
              <span className="text-muted">
                {result.ok
                  ? t(`${what}.one`)
                  : errors(errors.has(result.code) ? result.code : 'unexpected', {
                      ...result.params,
                      errorId: '',
                    })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
    </div>
  );
}
