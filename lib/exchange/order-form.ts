import type { z } from 'zod';
import { AppError, type FieldProblems } from '@/lib/errors';
import { checkOrderDetails, createOrderInput } from '@/lib/exchange/order-input';
import { quoteForOrder } from '@/lib/exchange/quote-for-order';
import { requirePayable } from '@/lib/exchange/require-payable';
import { parseInput } from '@/lib/parse-input';

/**
 * What is wrong with the typed details, without making anything: so that a form which lacks the consent tells all its
 * problems at once. Throws as `createOrder` does where the quote itself is no good.
 */
export async function orderProblems(input: z.input<typeof createOrderInput>): Promise<FieldProblems> {
  const body = parseInput(createOrderInput, input);
  const context = await quoteForOrder(body.quoteId);
  try {
    requirePayable(context, checkOrderDetails(body, context.from, context.to));
    return {};
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return error.fields;
    throw error;
  }
}
