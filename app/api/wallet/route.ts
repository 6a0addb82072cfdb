import { actorOfHeaders } from '@/app/_auth/current-actor';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { walletGlance } from '@/lib/wallet/wallet-glance';

export const dynamic = 'force-dynamic';

const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** One's own balances, for the head of an open page; null while wallets are off. */
export async function GET(request: Request): Promise<Response> {
  try {
    return Response.json(await walletGlance(await actorOfHeaders(request.headers)), { headers: noStore });
  } catch (error) {
    if (error instanceof AppError)
      return Response.json({ code: error.code }, { status: error.httpStatus, headers: noStore });
    log.error({ err: error }, 'a wallet could not be told');
    return Response.json({ code: 'unavailable' }, { status: 503, headers: noStore });
  }
}
