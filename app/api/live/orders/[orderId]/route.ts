import { actorOfHeaders } from '@/app/_auth/current-actor';
import { respondLive } from '@/app/api/live/respond';
import { readableOrder } from '@/lib/exchange/order-access';
import { orderVersion } from '@/lib/exchange/queries';

type Context = { params: Promise<{ orderId: string }> };

/** Follows one order: by its secret (`?secret=`), as its customer, or as staff. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { orderId } = await params;
  return respondLive(request, async () => {
    const secret = new URL(request.url).searchParams.get('secret');
    const reader = secret === null ? { actor: await actorOfHeaders(request.headers) } : { secret };
    await readableOrder(orderId, reader);
    return {
      topic: `order:${orderId}`,
      version: async () => (await orderVersion(orderId))?.toString() ?? null,
    };
  });
}
