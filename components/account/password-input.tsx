'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useField } from '@/components/ui/form-context';

type PasswordInputProps = {
  autoComplete: 'current-password' | 'new-password';
  showLabel: string;
  hideLabel: string;
};

/** Never filled in again after an error. The button appears with the script that it needs. */
export function PasswordInput({ autoComplete, showLabel, hideLabel }: PasswordInputProps) {
  const field = useField();
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setReady(true), []);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <input
        type={shown ? 'text' : 'password'}
        id={field.id}
        name={field.name}
        required={field.required}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={field.invalid || undefined}
        aria-describedby={field.describedBy}
        className="input pe-12"
      />
      {ready && (
        <button
          type="button"
          aria-label={shown ? hideLabel : showLabel}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-lg text-muted hover:text-foreground"
        >
          <Icon aria-hidden="true" className="size-4.5" />
        </button>
      )}
    </div>
  );
}
