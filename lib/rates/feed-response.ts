import { ratesFeed } from './feed';

/** The feed over HTTP. Monitors ask every few seconds: whoever knows the present contents gets none. */
export async function feedResponse(request: Request): Promise<Response> {
  const { xml, etag, lastModified } = await ratesFeed();
  const headers = {
    etag,
    'last-modified': lastModified.toUTCString(),
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
  };
  if (knows(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(xml, { headers: { ...headers, 'content-type': 'application/xml; charset=utf-8' } });
}

/** A proxy that compresses turns our tag into a weak one; it names the same contents. */
function knows(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
