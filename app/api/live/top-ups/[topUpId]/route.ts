import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { requireUser } from '@/lib/auth/actor';
import { topUpVersion } from '@/lib/wallet/top-up/top-up-view';

type Context = { params: Promise<{ topUpId: string }> };

/** Follows one top-up of one's own. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { topUpId } = await params;
  return respondLive(request, async () => {
    const actor = requireUser(await actorOfHeaders(request.headers));
    await topUpVersion(actor, topUpId);
    return { topic: `wallet:${actor.userId}`, version: () => topUpVersion(actor, topUpId) };
  });
}
