import { z } from 'zod';
import { orderExceptions, orderStatuses } from '@/lib/exchange/status';
import { exchangeTypes } from '@/lib/exchange/types';

/** Pieces that several endpoints share. What comes in is strict; amounts are strings and never numbers. */
export const decimalText = z
  .string({ error: 'fields.decimal' })
  .regex(/^\d{1,18}(\.\d{1,18})?$/, { error: 'fields.decimal' })
  .meta({ description: 'A plain decimal, such as "1500.50".', examples: ['1500.50'] });

export const methodCode = z
  .string({ error: 'fields.required' })
  .min(1, { error: 'fields.required' })
  .max(32)
  .meta({ description: 'Monitor code of a payment method.', examples: ['SBERRUB'] });

export const rate = z
  .object({ in: decimalText, out: decimalText })
  .meta({ id: 'Rate', description: '`in` of the paying method gives `out` of the receiving one.' });

export const moment = z.iso.datetime().meta({ description: 'ISO 8601 in UTC.' });

export const chargedFee = z
  .object({ side: z.enum(['give', 'get']), asset: z.string(), amount: decimalText })
  .meta({ id: 'ChargedFee', description: 'Charged beside the rate, already within the amounts.' });

export const exchangeType = z.enum(exchangeTypes);
export const orderStatus = z.enum(orderStatuses);
export const orderException = z.enum(orderExceptions);

/** One line of details to pay to, or of what the customer gave. */
export const detailLine = z
  .object({ key: z.string(), title: z.string(), value: z.string() })
  .meta({ id: 'DetailLine' });
