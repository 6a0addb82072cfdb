import { z } from 'zod';
import type { PaymentNoticeEvent, PayoutNoticeEvent } from '@/lib/payments/contract/notice';

/** What was read from an accepted notice, as its row keeps it for the job. */
export type KeptEvent = {
  /** Ours: a payment, a payout or a refund. */
  targetId: string;
  trust: 'signed' | 'hint';
  eventKey: string;
} & (
  | { about: 'payment'; answer: PaymentNoticeEvent['answer'] }
  | { about: 'payout' | 'refund'; answer: PayoutNoticeEvent['answer'] }
);

const facts = z.record(z.string(), z.string());
const reason = z.string();

const paymentFacts = z.object({
  amount: z.string(),
  asset: z.string(),
  externalId: z.string().optional(),
  credited: z.string().optional(),
  payer: z.object({ account: z.string().optional(), name: z.string().optional() }).optional(),
  paidAt: z.coerce.date().optional(),
  facts: facts.optional(),
});

const notDone = [
  z.object({ outcome: z.literal('refused'), reason }),
  z.object({ outcome: z.literal('unknown'), reason }),
] as const;

const paymentAnswer = z.discriminatedUnion('outcome', [
  paymentFacts.extend({ outcome: z.literal('settled') }),
  paymentFacts.partial().extend({ outcome: z.literal('pending') }),
  ...notDone,
]);

const payoutFacts = z.object({
  externalId: z.string().optional(),
  reference: z.string().optional(),
  fee: z.string().optional(),
  facts: facts.optional(),
});

const payoutAnswer = z.discriminatedUnion('outcome', [
  payoutFacts.extend({ outcome: z.literal('settled') }),
  payoutFacts.omit({ reference: true, fee: true }).extend({ outcome: z.literal('pending') }),
  ...notDone,
]);

const common = { targetId: z.string(), trust: z.enum(['signed', 'hint']), eventKey: z.string() };

const keptEvent = z.discriminatedUnion('about', [
  z.object({ ...common, about: z.literal('payment'), answer: paymentAnswer }),
  z.object({ ...common, about: z.literal('payout'), answer: payoutAnswer }),
  z.object({ ...common, about: z.literal('refund'), answer: payoutAnswer }),
]);

/** The event of a notice's row. Throws where the row holds none: it was not accepted. */
export function keptEventOf(reading: unknown): KeptEvent {
  return keptEvent.parse(reading);
}
