import { clientIp } from '@/app/_auth/client-ip';
import { receiveNotice } from '@/lib/payments/receive-notice';

type Context = { params: Promise<{ system: string; method: string }> };

/** Where payment systems tell of money: each method has its own door with its system. No cookie is read. */
async function hear(request: Request, { params }: Context): Promise<Response> {
  const { system, method } = await params;
  const { status, body, contentType } = await receiveNotice({
    systemCode: system,
    methodCode: method,
    request,
    ip: clientIp(request.headers),
  });
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return new Response(body === '' ? null : body, {
    status,
    headers: body === '' ? headers : { ...headers, 'content-type': contentType },
  });
}

export { hear as GET, hear as POST };

/** Without this the framework would answer it by GET. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
}
