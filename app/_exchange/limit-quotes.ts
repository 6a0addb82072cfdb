import { headers } from 'next/headers';
import { clientIp } from '@/app/_auth/client-ip';
import { addressKey, limit } from '@/lib/rate-limit';

/** A person changes his mind a few times a minute; a machine that freezes prices does it more often. */
const quotesPerAddress = { points: 30, seconds: 60 };

/** Counts one quote for the address that asks. Throws `too_many_requests`. */
export async function limitQuotes(): Promise<void> {
  await limit('quotes', addressKey(clientIp(await headers())), quotesPerAddress);
}
