import type { DirectionView } from '@/lib/exchange/catalog-types';

/** A few open directions, one of each method that is given in turn, so that no single one fills the list. */
export function ratesNow(directions: DirectionView[], count: number): DirectionView[] {
  const open = directions.filter(({ state }) => state === 'open');
  const place = new Map<string, number>();
  const turns = open.map((direction) => {
    const turn = place.get(direction.from) ?? 0;
    place.set(direction.from, turn + 1);
    return { direction, turn };
  });
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ direction }) => direction);
}
