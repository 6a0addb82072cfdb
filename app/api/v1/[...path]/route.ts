import { answerNone } from '@/lib/api/answer';

/** Addresses that the API does not have are answered in its own form. */
function unknown(request: Request): Promise<Response> {
  return answerNone('not_found', request);
}

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
