import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '@/lib/env';
import type { Channel, OutgoingLetter } from '@/lib/notify/channel';
import { checkAddress, checkSubject } from '@/lib/notify/headers';
import { processWide } from '@/lib/process-wide';

const open = processWide<{ url?: string; transport?: Transporter }>('smtp', () => ({}));

/** Sends by an SMTP server. All waiting together ends well before the letter's lease does. */
export function smtp(url: string): Channel {
  return {
    name: 'smtp',
    async send(letter) {
      await transport(url).sendMail({
        from: checkAddress(env().MAIL_FROM),
        to: { name: '', address: checkAddress(letter.to) },
        subject: checkSubject(letter.subject),
        html: letter.html,
        text: letter.text,
        messageId: messageId(letter),
        headers: { 'Auto-Submitted': 'auto-generated' },
        // Content comes from us as text; a path or an address in it must never be fetched.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

/** As a Message-ID: the same letter sent twice is one letter to the reader's mail program. */
function messageId({ sendingId }: OutgoingLetter): string {
  return `<${sendingId}@${new URL(env().KANTOR_URL).hostname}>`;
}

function transport(url: string): Transporter {
  if (open.transport && open.url === url) return open.transport;
  open.transport?.close();
  open.url = url;
  open.transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return open.transport;
}
