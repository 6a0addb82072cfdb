import { AppError } from '@/lib/errors';
import { addressKey, type LimitRule, limit } from '@/lib/rate-limit';

/** So many unbelieved notices of one address are kept in each ten minutes. */
export const keptPerAddress = { points: 60, seconds: 600 };

/**
 * Whether one more notice that anybody could have sent is kept from this address. Never asked about a notice whose
 * signature is right: a flood must not be able to push those out.
 */
export function mayKeep(ip: string): Promise<boolean> {
  return isWithin('notices', addressKey(ip), keptPerAddress);
}

/** Counts one time of `name` for `key`: whether that is still within the limit. Throws as nothing but an outage does. */
export async function isWithin(name: string, key: string, rule: LimitRule): Promise<boolean> {
  try {
    await limit(name, key, rule);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return false;
    throw error;
  }
}
