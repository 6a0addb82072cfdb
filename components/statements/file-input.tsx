'use client';

import { useField } from '@/components/ui/form-context';

/** A CSV from the files, inside a `Field`. */
export function FileInput({ onChoose }: { onChoose: (file: File | undefined) => void }) {
  const field = useField();
  return (
    <input
      type="file"
      id={field.id}
      name={field.name}
      accept=".csv,.txt,text/csv,text/plain"
      aria-invalid={field.invalid || undefined}
      aria-describedby={field.describedBy}
      onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      className="input h-auto max-w-xl py-2 text-sm file:me-3 file:rounded-md file:border-0 file:bg-default file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-default-foreground"
    />
  );
}
