import { type DoubleAnswer, type DoubleRequest, jsonAnswer, sentFields } from '@/scripts/doubles/double';

/**
 * What a shop sets in a system's cabinet instead of sending it with each payment: the address of notices, told by
 * `POST /_cabinet/webhook` with the field `url`.
 */
export function cabinet(): { noticesTo(): string; take(request: DoubleRequest): DoubleAnswer | null } {
  let url = '';
  return {
    noticesTo: () => url,
    take(request) {
      if (request.path !== '/_cabinet/webhook') return null;
      url = sentFields(request).url ?? '';
      return jsonAnswer({});
    },
  };
}
