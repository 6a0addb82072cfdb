import type { StartStep } from '@/lib/payments/contract/pay-in';
import type { PaymentRow } from '@/lib/payments/payment-row';

/** A step as it is kept: with the moment from which on its page works no more, where the system told one. */
type StoredStep = StartStep & { until?: string };

/** What is kept of a start. */
export function storedStep(step: StartStep, until: Date | undefined): StoredStep {
  return until ? { ...step, until: until.toISOString() } : step;
}

/** Where the payer goes, of a payment that was started; null where it was not, or its page has run out. */
export function startedStep({ start }: Pick<PaymentRow, 'start'>, at: Date): StartStep | null {
  if (start === null) return null;
  const { until, ...step }: StoredStep = start;
  return until !== undefined && new Date(until) <= at ? null : step;
}
