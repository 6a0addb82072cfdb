import { z } from 'zod';
import { inTransaction } from '@/lib/db';
import { parseInput } from '@/lib/parse-input';
import { addressKey, limit } from '@/lib/rate-limit';
import { emailText } from '@/lib/text';
import { type Addressee, sendLink } from './account-letters';
import { evenTime } from './even-time';
import { mailboxRule, senderRule } from './sign-up';

const resetInput = z.object({ email: emailText() });

/** Sends a link to set a new password, if there is such an account. The answer does not tell whether there is. */
export async function requestReset(given: { email: string; ip: string }): Promise<{ email: string }> {
  const { email } = parseInput(resetInput, given);
  await limit('reset-address', addressKey(given.ip), senderRule);
  await limit('letter-mailbox', email, mailboxRule);
  await evenTime(200, () =>
    inTransaction(async (tx) => {
      const to = await tx.maybeOne<Addressee>(
        'SELECT id AS "userId", email, name, locale FROM users WHERE email = $1 AND disabled_at IS NULL',
        [email],
      );
      if (to) await sendLink(tx, { to, purpose: 'reset_password' });
    }),
  );
  return { email };
}
