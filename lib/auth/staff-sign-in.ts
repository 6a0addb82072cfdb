import { audit } from '@/lib/audit';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { toLocale } from '@/lib/i18n/locales';
import { queueLetter } from '@/lib/notify/queue-letter';
import type { UserActor } from './actor';

/**
 * Staff reach other people's money: each of their sign-ins is kept in the audit, and one from an address where they
 * were not before is told by letter.
 */
export async function recordStaffSignIn(
  tx: Tx,
  { actor, userAgent, knownHere }: { actor: UserActor; userAgent: string; knownHere: boolean },
): Promise<void> {
  await audit(tx, { actor, action: 'staff.sign_in', subject: actor.userId });
  if (knownHere) return;
  const locale = toLocale(actor.locale);
  await queueLetter(tx, {
    code: 'staff_sign_in',
    to: actor.email,
    locale,
    userId: actor.userId,
    dedupeKey: `session:${actor.sessionId}:staff_sign_in`,
    props: {
      name: actor.name,
      at: now().toISOString(),
      ip: actor.ip,
      userAgent,
      sessionsUrl: `${env().KANTOR_URL}/${locale}/cabinet/security`,
    },
  });
}
