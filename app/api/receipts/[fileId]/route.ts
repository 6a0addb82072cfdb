import { clientIp } from '@/app/_auth/client-ip';
import { actorOfHeaders } from '@/app/_auth/current-actor';
import { AppError } from '@/lib/errors';
import { type OrderReader, readableOrder } from '@/lib/exchange/order-access';
import { fileHeaders } from '@/lib/files/file-headers';
import { loadFile } from '@/lib/files/load-file';
import { addressKey, limit } from '@/lib/rate-limit';
import { mayReadTopUpReceipt } from '@/lib/wallet/top-up/receipt-access';

const perAddress = { points: 120, seconds: 60 };

type Context = { params: Promise<{ fileId: string }> };

/**
 * A receipt for whoever may read its order: by the order's secret (`?order=…&secret=…`), as its signed-in customer,
 * or as staff; of a top-up for its customer, the desk, and cashiers who could credit it. To everybody else there is no
 * such file.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { fileId } = await params;
  const asked = new URL(request.url).searchParams;
  try {
    await limit('receipts', addressKey(clientIp(request.headers)), perAddress);
    const secret = asked.get('secret');
    const actor = await actorOfHeaders(request.headers);
    const reader: OrderReader = secret ? { secret } : { actor };
    const file = await loadFile(fileId, async ({ kind, orderId }) => {
      if (kind !== 'receipt') return false;
      if (!orderId) return mayReadTopUpReceipt(fileId, actor);
      if (secret && orderId !== asked.get('order')) return false;
      await readableOrder(orderId, reader);
      return true;
    });
    return new Response(new Uint8Array(file.bytes), { headers: fileHeaders(file) });
  } catch (error) {
    if (error instanceof AppError)
      return new Response(null, { status: error.httpStatus, headers: { 'cache-control': 'no-store' } });
    throw error;
  }
}
