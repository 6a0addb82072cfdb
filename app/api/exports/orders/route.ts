import { actorOfHeaders } from '@/app/_auth/current-actor';
import { answerExport } from '@/lib/export/answer-export';

export const dynamic = 'force-dynamic';

/** Orders as CSV: `?<filters of the desk>&columns=…&delimiter=comma|semicolon&header=titles|names&locale=en|ru`. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, await actorOfHeaders(request.headers));
}
