import { AppError } from '@/lib/errors';
import { addressKey, limit } from '@/lib/rate-limit';

/** So many unbelieved notices of one address are kept in each ten minutes. */
export const keptPerAddress = { points: 60, seconds: 600 };

/**
 * Whether one more notice that anybody could have sent is kept from this address. Never asked about a notice whose
 * signature is right: a flood must not be able to push those out.
 */
export async function mayKeep(ip: string): Promise<boolean> {
  try {
    await limit('notices', addressKey(ip), keptPerAddress);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return false;
    throw error;
  }
}
