import type { FileFacts } from './load-file';

/**
 * How a stored file is answered: as an attachment that no browser guesses the type of or runs a script from.
 * Pictures show in a page all the same. Receipts stay in no cache, logos in every one: their id names one content.
 */
export function fileHeaders(
  file: Pick<FileFacts, 'kind' | 'name' | 'contentType' | 'sizeBytes'>,
): Record<string, string> {
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const plain = file.name.replace(/[^\w. -]/g, '_');
  return {
    'Content-Type': file.contentType,
    'Content-Length': String(file.sizeBytes),
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': file.kind === 'logo' ? 'public, max-age=31536000, immutable' : 'private, no-store',
  };
}
