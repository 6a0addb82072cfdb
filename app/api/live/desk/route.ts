import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { requireRole } from '@/lib/auth/actor';
import { deskVersion } from '@/lib/exchange/desk-version';
import { deskRoles } from '@/lib/exchange/mover';

/** Follows the desk: new orders and moves of any. */
export async function GET(request: Request): Promise<Response> {
  return respondLive(request, async () => {
    requireRole(await actorOfHeaders(request.headers), ...deskRoles);
    return { topic: 'desk', version: deskVersion };
  });
}
