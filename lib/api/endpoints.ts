import type { Endpoint } from '@/lib/api/endpoint';
import { getOrder } from '@/lib/api/get-order';
import { listDirections } from '@/lib/api/list-directions';
import { listMethods } from '@/lib/api/list-methods';
import { postCancel } from '@/lib/api/post-cancel';
import { postClaim } from '@/lib/api/post-claim';
import { postOrder } from '@/lib/api/post-order';
import { postPay } from '@/lib/api/post-pay';
import { postQuote } from '@/lib/api/post-quote';

/** The public API: what is listed here is described, and served by the route of its path under app/api/v1. */
export const endpoints: readonly Endpoint[] = [
  listMethods,
  listDirections,
  postQuote,
  postOrder,
  getOrder,
  postPay,
  postClaim,
  postCancel,
];
