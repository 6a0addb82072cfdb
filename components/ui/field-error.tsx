'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FieldProblem } from '@/lib/errors';

/** What is wrong with one field, in words. */
export function FieldError({ id, problem }: { id: string | undefined; problem: FieldProblem }) {
  const t = useTranslations('errors');
  const wanted = problem.key.startsWith('fields.') ? problem.key : `fields.${problem.key}`;
  const key = t.has(wanted) ? wanted : 'fields.invalid';
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t(key, problem.params)}
    </p>
  );
}
