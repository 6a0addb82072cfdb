import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { requireUser } from '@/lib/auth/actor';
import { requireWallet } from '@/lib/wallet/require-wallet';
import { walletVersion } from '@/lib/wallet/wallet-queries';

/** Follows one's own wallet: every change of a balance or of what is held. */
export async function GET(request: Request): Promise<Response> {
  return respondLive(request, async () => {
    const { userId } = requireUser(await actorOfHeaders(request.headers));
    await requireWallet();
    return { topic: `wallet:${userId}`, version: () => walletVersion(userId) };
  });
}
