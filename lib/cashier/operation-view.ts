import type { Actor } from '@/lib/auth/actor';
import type { OperationView } from '@/lib/cashier/till-types';
import { fail } from '@/lib/errors';
import type { LoadedFile } from '@/lib/files/load-file';

/** One operation: one's own; any for seniors, admins and accountants. Throws `not_found`. */
export async function operationView(_actor: Actor, _operationId: string): Promise<OperationView> {
  return fail('unavailable');
}

/** The receipt's picture of an operation, for whoever sees the operation. Throws `not_found`. */
export async function operationPicture(_actor: Actor, _operationId: string): Promise<LoadedFile> {
  return fail('unavailable');
}
