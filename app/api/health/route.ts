import { health } from '@/lib/jobs/health';
import { version } from '@/package.json';

/** Whether this server can do its work: 200, or 503 with what is wrong in closed words. */
export async function GET(): Promise<Response> {
  const { ok, checks } = await health();
  return Response.json(
    { status: ok ? 'ok' : 'unhealthy', version, checks },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
