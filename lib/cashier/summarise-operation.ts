import type { Actor } from '@/lib/auth/actor';
import type { OperationSummary } from '@/lib/cashier/till-types';
import type { TillKind } from '@/lib/cashier/till-words';
import { fail } from '@/lib/errors';

/**
 * What the form would do, without doing it: checks all that the command checks and throws the same. `input`: the
 * form's texts (`TopUpForm` or `WriteOffForm`); `hasPicture`: whether a picture will come with it.
 */
export async function summariseOperation(_given: {
  actor: Actor;
  kind: TillKind;
  input: unknown;
  hasPicture: boolean;
}): Promise<OperationSummary> {
  return fail('unavailable');
}
