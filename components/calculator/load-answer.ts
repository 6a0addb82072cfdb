import { directionByCodes } from '@/lib/exchange/catalog';
import type { DirectionPageView } from '@/lib/exchange/catalog-types';
import { type PricePreview, previewPrice } from '@/lib/exchange/preview-price';
import { cutDecimals } from './cut-decimals';
import type { CalcAnswer, CalcInput, DirectionFacts } from './types';

/** Everything the calculator shows for one question, priced now. */
export async function loadAnswer(input: CalcInput): Promise<CalcAnswer> {
  const asked = input.text !== '';
  const [direction, price] = await Promise.all([
    directionByCodes(input.from, input.to),
    asked ? previewPrice({ ...input, amountText: input.text }) : null,
  ]);
  if (!direction) return { ...input, direction: null, price: { ok: false, code: 'not_found' } };
  return {
    ...input,
    direction: factsOf(direction),
    price: price && (await withNearest(input, direction, price)),
  };
}

/** A text with too many decimals, or far too many digits, has a nearest amount as well. */
async function withNearest(
  input: CalcInput,
  direction: DirectionPageView,
  price: PricePreview,
): Promise<PricePreview> {
  if (price.ok || price.code !== 'invalid_input' || direction.state !== 'open') return price;
  const key = price.field?.problem.key;
  if (key === 'amountTooLarge' && direction.give && direction.get)
    return { ...price, nearest: { give: direction.give.max, get: direction.get.max } };
  if (key !== 'amountDecimals') return price;
  const method = input.side === 'give' ? direction.fromMethod : direction.toMethod;
  const amountText = cutDecimals(input.text, method.scale);
  if (amountText === null) return price;
  const cut = await previewPrice({ ...input, amountText });
  const nearest = cut.ok ? { give: cut.give, get: cut.get } : cut.nearest;
  return nearest ? { ...price, nearest } : price;
}

function factsOf(view: DirectionPageView): DirectionFacts {
  const { state, type, rate, give, get, reserve, fees, usualMinutes, expiryMinutes } = view;
  return { state, type, rate, give, get, reserve, fees, usualMinutes, expiryMinutes };
}
