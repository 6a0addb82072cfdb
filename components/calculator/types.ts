import type { DirectionView, MethodView } from '@/lib/exchange/catalog-types';
import type { PricePreview } from '@/lib/exchange/preview-price';
import type { PriceSide } from '@/lib/exchange/pricing';

/** What the calculator in the browser knows of a method. */
export type CalcMethod = Pick<
  MethodView,
  'code' | 'kind' | 'titles' | 'logoFileId' | 'city' | 'asset' | 'scale' | 'symbol'
>;

/** All that can be chosen: methods in the order of the catalog, and what each can be exchanged for. */
export type CalcCatalog = { methods: CalcMethod[]; targets: Record<string, string[]> };

/** One question: `text` is what was typed on `side`, in any locale's form; empty where nothing was. */
export type CalcInput = { from: string; to: string; side: PriceSide; text: string };

/** What is told of a direction before anything is asked. */
export type DirectionFacts = Pick<
  DirectionView,
  'state' | 'type' | 'rate' | 'give' | 'get' | 'reserve' | 'fees' | 'usualMinutes' | 'expiryMinutes'
>;

/** The server's answer, which repeats the question it belongs to. */
export type CalcAnswer = CalcInput & {
  /** Null where there is no such direction. */
  direction: DirectionFacts | null;
  /** Null while no amount is typed. */
  price: PricePreview | null;
};

/** Longer than any amount; what is longer is cut before it is looked at. */
export const amountTextMax = 60;
