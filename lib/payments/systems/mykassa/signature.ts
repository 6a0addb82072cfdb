import { digest } from '@/lib/payments/signature';

/** `project:amount:secret:order`, with the first secret for forms and the second one for notices. */
export function signature(signed: {
  project: string;
  amount: string;
  secret: string;
  order: string;
}): string {
  return digest('md5', [signed.project, signed.amount, signed.secret, signed.order].join(':'));
}
