import { feedResponse } from '@/lib/rates/feed-response';

export const dynamic = 'force-dynamic';

/** The rates feed for monitors. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request);
}
