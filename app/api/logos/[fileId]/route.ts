import { AppError } from '@/lib/errors';
import { fileHeaders } from '@/lib/files/file-headers';
import { loadFile } from '@/lib/files/load-file';

/** A method's picture, for everybody. Receipts are other files and never leave by this door. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const { fileId } = await params;
  try {
    const file = await loadFile(fileId, (facts) => facts.kind === 'logo');
    return new Response(new Uint8Array(file.bytes), { headers: fileHeaders(file) });
  } catch (error) {
    if (error instanceof AppError)
      return new Response(null, { status: error.httpStatus, headers: { 'cache-control': 'no-store' } });
    throw error;
  }
}
