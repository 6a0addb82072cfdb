import type { Channel } from '@/lib/notify/channel';

/**
 * The built-in mailbox: a letter is delivered by its own row becoming `sent`, so there is nothing to do here and
 * nothing that could happen twice. It is read at /admin/letters.
 */
export const mailbox: Channel = { name: 'mailbox', send: async () => {} };
