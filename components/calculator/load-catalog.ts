import { openDirections, openMethods } from '@/lib/exchange/catalog';
import type { DirectionView, MethodView } from '@/lib/exchange/catalog-types';
import type { CalcCatalog, CalcMethod } from './types';

export type OpenCatalog = { methods: MethodView[]; directions: DirectionView[]; calc: CalcCatalog };

/** What is on offer now, and the part of it that the browser needs. */
export async function loadCatalog(): Promise<OpenCatalog> {
  const [methods, directions] = await Promise.all([openMethods(), openDirections()]);
  const targets: Record<string, string[]> = {};
  for (const { from, to } of directions) {
    targets[from] ??= [];
    targets[from].push(to);
  }
  const used = new Set(directions.flatMap(({ from, to }) => [from, to]));
  const calc = { methods: methods.filter(({ code }) => used.has(code)).map(calcMethod), targets };
  return { methods, directions, calc };
}

export function calcMethod(view: MethodView): CalcMethod {
  const { code, kind, titles, logoFileId, city, asset, scale, symbol } = view;
  return { code, kind, titles, logoFileId, city, asset, scale, symbol };
}
