import { useTranslations } from 'next-intl';

/** A reason that the office itself has kept, in the reader's language; a system's own words stay as they are. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('payouts.reasons');
  return (reason) => {
    const key = reason
      .toLowerCase()
      .replace(/[^a-z]+/g, '_')
      .slice(0, 40);
    // The key comes from the database: the message files say whether there is one.
    return (t.has as (key: string) => boolean)(key) ? (t as (key: string) => string)(key) : reason;
  };
}
