'use client';

import { useTranslations } from 'next-intl';
import {
  type ComponentProps,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react';
import type { ActionResult } from '@/lib/action';
import { Alert } from './alert';
import { FormContext } from './form-context';
import { sendAction } from './send-action';

type FailedResult = Extract<ActionResult<unknown>, { ok: false }>;

type ActionFormProps<T> = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'children'> & {
  /** A server action of a form: `(previous, form) => Promise<ActionResult<T>>`. */
  action: (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;
  /** Called in the browser after success; an action that redirects needs none. */
  onSuccess?: (value: T) => void;
  /** Shown above the fields after success, where the page stays. */
  success?: ReactNode;
  /** Empties the fields after success: for forms that are filled in again and again. */
  resetOnSuccess?: boolean;
  children: ReactNode;
};

/**
 * The one way forms are made here. The action answers with an `ActionResult`; its field errors appear beside the
 * fields (`Field`, `Checkbox`, `RadioGroup` find theirs by name), its own error above them, in words and with the
 * focus on it. What was typed stays. Works without JavaScript too: then the page comes back with the same answer,
 * and fields are filled from the answer's `values`.
 *
 *     <ActionForm action={signIn}>
 *       <Field name="email" label={t('email')} required><TextInput type="email" /></Field>
 *       <SubmitButton>{t('signIn')}</SubmitButton>
 *     </ActionForm>
 */
export function ActionForm<T>({
  action,
  onSuccess,
  success,
  resetOnSuccess = false,
  children,
  className = 'grid gap-4',
  ...props
}: ActionFormProps<T>) {
  // Without JavaScript the browser posts to the action itself and the page comes back with its answer.
  const [posted, post] = useActionState(action, null);
  const [sent, send, pending] = useActionState(
    (previous: ActionResult<T> | null, data: FormData) => sendAction(action, previous, data),
    null,
  );
  const result = sent ?? posted;
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);
  // Only a new answer moves the focus or counts as success, not another rendering of the page around the form.
  const after = useRef({ onSuccess, success, resetOnSuccess });
  after.current = { onSuccess, success, resetOnSuccess };

  useEffect(() => {
    if (!result) return;
    if (!result.ok) return message.current?.focus();
    const { onSuccess: tell, success: words, resetOnSuccess: reset } = after.current;
    if (words) message.current?.focus();
    if (reset) form.current?.reset();
    tell?.(result.value);
  }, [result]);

  const failed = result && !result.ok ? result : null;
  return (
    <FormContext value={{ values: failed?.values ?? {}, problems: failed?.fields ?? {} }}>
      <form
        {...props}
        ref={form}
        action={post}
        noValidate
        className={className}
        onSubmit={(event) => {
          // React empties a form after its action; sent by hand, it keeps what was typed, files too.
          event.preventDefault();
          if (pending) return;
          const { submitter } = event.nativeEvent as SubmitEvent;
          const data = new FormData(event.currentTarget, submitter);
          startTransition(() => send(data));
        }}
      >
        {failed && (
          <div ref={message} tabIndex={-1}>
            <FormError result={failed} />
          </div>
        )}
        {result?.ok && success && (
          <div ref={message} tabIndex={-1}>
            <Alert tone="success">{success}</Alert>
          </div>
        )}
        {children}
      </form>
    </FormContext>
  );
}

/** The answer's error in words; an unexpected one with the id that support finds in the log. */
function FormError({ result }: { result: FailedResult }) {
  const t = useTranslations('errors');
  const code = t.has(result.code) ? result.code : 'unexpected';
  return (
    <Alert tone="danger" role="alert">
      {t(code, { ...result.params, errorId: result.errorId ?? '' })}
    </Alert>
  );
}
