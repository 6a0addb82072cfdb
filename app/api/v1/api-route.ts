import { clientIp } from '@/app/_auth/client-ip';
import { answer, answerNone, answerPreflight } from '@/lib/api/answer';
import type { Endpoint } from '@/lib/api/endpoint';

/** Addresses without a part of their own have no params at all. */
type Context = { params: Promise<{ id?: string } | undefined> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Handlers = Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS', Handler>;

/** The handlers of one address of the API: its endpoints, and a problem for every other method. */
export function apiRoute(...endpoints: Endpoint[]): Handlers {
  const allowed = endpoints.map(({ method }) => method);
  const byMethod = (method: string): Handler => {
    const endpoint = endpoints.find((found) => found.method === method);
    if (!endpoint) return (request) => answerNone('method_not_allowed', request, allowed);
    return async (request, { params }) =>
      answer(endpoint, request, { ip: clientIp(request.headers), id: (await params)?.id });
  };
  const preflight: Handler = async () => answerPreflight(endpoints);
  return {
    GET: byMethod('GET'),
    POST: byMethod('POST'),
    PUT: byMethod('PUT'),
    PATCH: byMethod('PATCH'),
    DELETE: byMethod('DELETE'),
    OPTIONS: preflight,
  };
}
