import type { ActionResult } from '@/lib/action';

/** What a form about paying is of, as its action is told: an order with its secret, a top-up. */
export type PaySubject = Record<string, string>;

export type PayAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

export function SubjectInputs({ subject }: { subject: PaySubject }) {
  return Object.entries(subject).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
