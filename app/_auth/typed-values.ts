import { formValues } from '@/lib/action';

/** What was typed, to be given back to a form that failed: without passwords and tokens. */
export function typedValues(form: FormData): Record<string, string> {
  const typed = Object.entries(formValues(form)).filter(([name]) => !/password|token/i.test(name));
  return Object.fromEntries(typed);
}
