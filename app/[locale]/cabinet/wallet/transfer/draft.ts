import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/env';

/** A transfer that waits for its confirmation, in the address of that page: the same page is the same transfer. */
const draftSchema = z.object({
  userId: z.string(),
  number: z.string(),
  maskedName: z.string(),
  asset: z.string(),
  amount: z.string(),
  left: z.string(),
  comment: z.string(),
  key: z.string(),
});

export type TransferDraft = z.infer<typeof draftSchema>;

const salt = 'kantor-transfer-draft';
/** Balances and rules move on: what was shown is good for so long. */
const seconds = 3600;

/** Sealed: addresses are kept by browsers and logs, and a comment is nobody's business. */
export async function sealDraft(draft: TransferDraft): Promise<string> {
  return encode({ secret: env().AUTH_SECRET, salt, token: draft, maxAge: seconds });
}

/** The draft, if it is of that person and not too old; otherwise null. */
export async function openDraft(sealed: string, userId: string): Promise<TransferDraft | null> {
  if (sealed === '') return null;
  try {
    const draft = draftSchema.parse(await decode({ secret: env().AUTH_SECRET, salt, token: sealed }));
    return draft.userId === userId ? draft : null;
  } catch {
    return null;
  }
}
