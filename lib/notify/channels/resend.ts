import { Resend } from 'resend';
import { env } from '@/lib/env';
import type { Channel } from '@/lib/notify/channel';
import { checkAddress, checkSubject } from '@/lib/notify/headers';

/** Sends by Resend. Its idempotency key makes a second sending of the same letter within a day the first one again. */
export function resend(apiKey: string): Channel {
  return {
    name: 'resend',
    async send(letter) {
      const { error } = await new Resend(apiKey).emails.send(
        {
          from: checkAddress(env().MAIL_FROM),
          to: checkAddress(letter.to),
          subject: checkSubject(letter.subject),
          html: letter.html,
          text: letter.text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        },
        { idempotencyKey: letter.sendingId },
      );
      if (error) throw new Error(`${error.name}: ${error.message}`);
    },
  };
}
