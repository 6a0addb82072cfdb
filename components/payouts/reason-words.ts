import { useTranslations } from 'next-intl';
import { reasonSentence } from '@/lib/payments/reason-sentence';

/** `t` of no namespace, asked by keys that come from the database: the message files say whether there is one. */
type AnyWords = {
  (key: string, values?: Record<string, string>): string;
  has(key: string): boolean;
};

/** A reason that is ours (kept by the office, or by an adapter), in the reader's language; a system's own words stay. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations();
  return (reason) => reasonWords(t as AnyWords, reason);
}

/** The same where hooks cannot be used: `t` of no namespace. */
export function reasonWords(t: AnyWords, reason: string): string {
  const kept = `payouts.reasons.${reason
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .slice(0, 40)}`;
  if (t.has(kept)) return t(kept);
  const sentence = reasonSentence(reason);
  if (!sentence) return reason;
  const { words, ...params } = sentence.params;
  // Where the system said nothing, these are words of ours in turn.
  return t(`reasons.${sentence.key}`, { ...params, ...(words && { words: reasonWords(t, words) }) });
}
