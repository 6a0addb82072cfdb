import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { tillVersion } from '@/lib/cashier/till-version';

/** Follows the till: requests that come, operations that are made and decided. */
export async function GET(request: Request): Promise<Response> {
  return respondLive(request, async () => {
    const actor = await actorOfHeaders(request.headers);
    await tillVersion(actor);
    return { topic: 'till', version: () => tillVersion(actor) };
  });
}
