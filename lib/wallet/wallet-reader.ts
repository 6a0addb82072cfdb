import { type Actor, requireRole, requireUser, type UserActor } from '@/lib/auth/actor';

/** Who reads a wallet: its holder, or somebody of the staff somebody's. */
export type WalletReader = Actor | { staff: Actor; userId: string };

/** Whose wallet is read. Throws `not_signed_in`, and `forbidden` where it is another's and no accountant or admin asks. */
export function walletOf(reader: WalletReader): { userId: string; reader: UserActor } {
  if ('staff' in reader) {
    return { userId: reader.userId, reader: requireRole(reader.staff, 'accountant', 'admin') };
  }
  const holder = requireUser(reader);
  return { userId: holder.userId, reader: holder };
}
