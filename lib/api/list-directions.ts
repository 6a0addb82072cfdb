import { z } from 'zod';
import { endpoint, noBody } from '@/lib/api/endpoint';
import { decimalText, exchangeType, rate } from '@/lib/api/schemas';
import { openDirections, openMethods } from '@/lib/exchange/catalog';
import type { DirectionView } from '@/lib/exchange/catalog-types';

const direction = z
  .object({
    from: z.string(),
    to: z.string(),
    type: exchangeType,
    rate,
    min: decimalText.meta({ description: 'Least amount of `from`.' }),
    max: decimalText.meta({ description: 'Most amount of `from`.' }),
    minGet: decimalText.meta({ description: 'Least amount of `to`.' }),
    maxGet: decimalText.meta({ description: 'Most amount of `to`.' }),
    reserve: decimalText.meta({ description: 'What can be paid out in `to` now.' }),
    fees: z.array(
      z.object({
        side: z.enum(['give', 'get']),
        asset: z.string(),
        percent: decimalText,
        fixed: decimalText,
        min: decimalText,
      }),
    ),
    usualMinutes: z.int().meta({ description: 'Usual time until the money is sent.' }),
  })
  .meta({ id: 'Direction' });

/** `GET /directions` */
export const listDirections = endpoint({
  method: 'GET',
  path: '/directions',
  operationId: 'listDirections',
  summary: 'Directions in which an order can be made now',
  description: 'Those from and into wallets are left out: they need their customer’s sign-in.',
  body: noBody,
  status: 200,
  answer: z.array(direction),
  problems: ['too_many_requests', 'unavailable'],
  anyOrigin: true,
  limit: { name: 'read', points: 240, seconds: 60 },
  async handle() {
    const [views, methods] = await Promise.all([openDirections(), openMethods()]);
    const wallets = new Set(methods.filter(({ kind }) => kind === 'wallet').map(({ code }) => code));
    return views.filter(({ from, to }) => !wallets.has(from) && !wallets.has(to)).flatMap(openOnly);
  },
});

function openOnly(view: DirectionView): z.input<typeof direction>[] {
  const { from, to, type, reserve, usualMinutes, give, get } = view;
  if (!view.rate || !give || !get || reserve === null) return [];
  return [
    {
      from,
      to,
      type,
      rate: view.rate,
      min: give.min,
      max: give.max,
      minGet: get.min,
      maxGet: get.max,
      reserve,
      fees: view.fees.map(({ side, asset, percent, fixed, min }) => ({ side, asset, percent, fixed, min })),
      usualMinutes,
    },
  ];
}
