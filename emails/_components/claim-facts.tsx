import { type Fact, Facts } from '@/emails/_components/facts';
import { orderWords } from '@/emails/_components/order-words';
import { Quote } from '@/emails/_components/text';
import type { Locale } from '@/lib/i18n/locales';
import type { OrderLetterProps } from '@/lib/notify/event-props';

type ClaimFactsProps = { claim: NonNullable<OrderLetterProps['claim']>; locale: Locale };

/** What the customer told of his payment. */
export function ClaimFacts({ claim, locale }: ClaimFactsProps) {
  const t = orderWords[locale];
  const facts: Fact[] = [];
  if (claim.payer) facts.push({ title: t.payer, value: claim.payer });
  if (claim.reference) facts.push({ title: t.reference, value: claim.reference, code: true });
  if (claim.hasReceipt) facts.push({ title: t.receipt, value: t.receiptAttached });
  return (
    <>
      {claim.comment && <Quote title={t.claim}>{claim.comment}</Quote>}
      <Facts title={claim.comment ? undefined : t.claim} facts={facts} soft />
    </>
  );
}
