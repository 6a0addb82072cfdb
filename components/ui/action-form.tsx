'use client';

import { useTranslations } from 'next-intl';
import {
  type ComponentProps,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ActionResult } from '@/lib/action';
import { Alert } from './alert';
import { useAnnounce } from './announcer';
import { errorWords } from './error-words';
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
  /** Said in passing after success: for small forms in rows, and for those that go away with what they changed. */
  announced?: string;
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
  announced,
  resetOnSuccess = false,
  children,
  className = 'grid gap-4',
  ...props
}: ActionFormProps<T>) {
  const announce = useAnnounce();
  // A form that says "saved" while something else is typed would not tell the truth.
  const [changed, setChanged] = useState(false);
  // Without JavaScript the browser posts to the action itself and the page comes back with its answer.
  const [posted, post] = useActionState(action, null);
  const [sent, send, pending] = useActionState(async (previous: ActionResult<T> | null, data: FormData) => {
    const answer = await sendAction(action, previous, data);
    // Here, not after rendering: the form may be gone by then.
    if (answer.ok && announced) announce(announced);
    return answer;
  }, null);
  const result = sent ?? posted;
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);
  // Only a new answer moves the focus or counts as success, not another rendering of the page around the form.
  const after = useRef({ onSuccess, success, resetOnSuccess });
  after.current = { onSuccess, success, resetOnSuccess };

  useEffect(() => {
    if (!result) return;
    setChanged(false);
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
        onInput={(event) => {
          setChanged(true);
          props.onInput?.(event);
        }}
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
        {result?.ok && success && !changed && (
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
  const { key, values } = errorWords(result);
  return (
    <Alert tone="danger" role="alert">
      {t(t.has(key) ? key : 'unexpected', values)}
    </Alert>
  );
}
