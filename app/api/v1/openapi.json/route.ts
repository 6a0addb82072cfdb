import { openApi } from '@/lib/api/openapi';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

/** The description of the API. Public, for any origin: it is the same for everyone. */
export function GET(): Response {
  return Response.json(openApi(env().KANTOR_URL), {
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
  });
}
