import { answerFile } from '@/app/api/till/answer';
import { operationPicture } from '@/lib/cashier/operation-view';
import { fileHeaders } from '@/lib/files/file-headers';

type Context = { params: Promise<{ operationId: string }> };

/** The picture of the receipt that a cashier attached, for whoever sees the operation. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { operationId } = await params;
  return answerFile(request, async (actor) => {
    const file = await operationPicture(actor, operationId);
    return { body: new Uint8Array(file.bytes), headers: fileHeaders(file) };
  });
}
