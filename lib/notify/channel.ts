import { env } from '@/lib/env';
import { mailbox } from '@/lib/notify/channels/mailbox';
import { resend } from '@/lib/notify/channels/resend';
import { smtp } from '@/lib/notify/channels/smtp';

/** A rendered letter on its way out. */
export type OutgoingLetter = {
  /** The same at every try, so that a second sending after a crash can be recognised by the mail system. */
  sendingId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
};

export type Channel = {
  name: 'resend' | 'smtp' | 'mailbox';
  /** Resolves once the letter is taken over for delivery. Throws whatever went wrong. */
  send(letter: OutgoingLetter): Promise<void>;
};

/** By which way letters leave: Resend, else SMTP, else the built-in mailbox. */
export function letterChannel(): Channel {
  const { RESEND_API_KEY, SMTP_URL } = env();
  if (RESEND_API_KEY) return resend(RESEND_API_KEY);
  return SMTP_URL ? smtp(SMTP_URL) : mailbox;
}
