import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { chargedFee, decimalText, methodCode, moment, rate } from '@/lib/api/schemas';
import { createQuote } from '@/lib/exchange/create-quote';
import type { NewQuoteView } from '@/lib/exchange/quote-view';

const quoteRequest = z
  .strictObject({
    from: methodCode,
    to: methodCode,
    give: decimalText.optional(),
    get: decimalText.optional(),
  })
  .superRefine(({ give, get }, context) => {
    if ((give === undefined) === (get === undefined))
      context.addIssue({ code: 'custom', message: 'fields.oneAmount', path: ['give'] });
  })
  .meta({ id: 'QuoteRequest', oneOf: [{ required: ['give'] }, { required: ['get'] }] });

const quoteAnswer = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    give: decimalText,
    get: decimalText,
    rate,
    fees: z.array(chargedFee),
    min: decimalText.meta({ description: 'Least amount of `from`.' }),
    max: decimalText.meta({ description: 'Most amount of `from`.' }),
    minGet: decimalText.meta({ description: 'Least amount of `to`.' }),
    maxGet: decimalText.meta({ description: 'Most amount of `to`.' }),
    rounded: z.boolean().meta({ description: 'The named amount was rounded to the direction’s step.' }),
    expiresAt: moment,
  })
  .meta({ id: 'Quote' });

/** `POST /quotes` */
export const postQuote = endpoint({
  method: 'POST',
  path: '/quotes',
  operationId: 'createQuote',
  summary: 'Freezes the price of an amount',
  description: 'Name one of the two amounts. The quote holds until expiresAt and makes at most one order.',
  body: quoteRequest,
  status: 201,
  answer: quoteAnswer,
  problems: [
    'invalid_input',
    'not_found',
    'direction_closed',
    'rate_missing',
    'no_reserve',
    'amount_too_small',
    'amount_too_large',
    'body_too_large',
    'unsupported_media_type',
    'too_many_requests',
    'unavailable',
  ],
  anyOrigin: true,
  limit: { name: 'quotes', points: 120, seconds: 60 },
  async handle({ body: { from, to, give, get } }) {
    const named = give === undefined ? 'get' : 'give';
    return answerOf(await createQuote({ from, to, side: named, amount: { plain: give ?? get ?? '' } }));
  },
});

function answerOf({
  id,
  give,
  get,
  rate: quoted,
  limits,
  rounded,
  expiresAt,
}: NewQuoteView): z.input<typeof quoteAnswer> {
  const fees = [
    { side: 'give' as const, asset: give.asset, amount: give.fee },
    { side: 'get' as const, asset: get.asset, amount: get.fee },
  ];
  return {
    id,
    from: give.code,
    to: get.code,
    give: give.amount,
    get: get.amount,
    rate: quoted,
    fees: fees.filter(({ amount }) => /[1-9]/.test(amount)),
    min: limits.give.min,
    max: limits.give.max,
    minGet: limits.get.min,
    maxGet: limits.get.max,
    rounded,
    expiresAt: expiresAt.toISOString(),
  };
}
