import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { withdrawalVersion } from '@/lib/wallet/withdrawal/withdrawal-queries';
import { withdrawalTopic } from '@/lib/wallet/withdrawal/withdrawal-topic';

type Context = { params: Promise<{ withdrawalId: string }> };

/** Follows one of one's own withdrawals. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { withdrawalId } = await params;
  return respondLive(request, async () => {
    const actor = await actorOfHeaders(request.headers);
    const version = () => withdrawalVersion(actor, withdrawalId);
    await version();
    return { topic: withdrawalTopic(withdrawalId), version };
  });
}
