import { loadAnswer } from '@/components/calculator/load-answer';
import { readPair } from '@/components/calculator/pair-path';
import { readInput } from '@/components/calculator/read-input';

/** What the calculator asks while one types: `?give=50000` or `?get=0.01`. Binds to nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ pair: string }> },
): Promise<Response> {
  const pair = readPair((await params).pair);
  if (!pair) return new Response(null, { status: 404 });
  const { side, text } = readInput(Object.fromEntries(new URL(request.url).searchParams));
  const answer = await loadAnswer({ ...pair, side, text });
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
