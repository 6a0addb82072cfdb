import { type Queryable, query } from '@/lib/db';
import { walletSettings } from '@/lib/wallet/wallet-settings';
import { pricedDirection } from './catalog-pricing';
import {
  directionRowByCodes,
  directionRowById,
  enabledDirectionRows,
  methodRows,
  officeNow,
} from './catalog-rows';
import { type DirectionPageView, type DirectionView, isMonitorCode, type MethodView } from './catalog-types';
import { directionView, methodView } from './catalog-views';
import type { PricedDirection } from './pricing';

const outside: Queryable = { query };

/** Methods that are switched on, in the order of the catalog; wallets only while they may be exchanged. Public. */
export async function openMethods(db: Queryable = outside): Promise<MethodView[]> {
  const [rows, { on, uses }] = await Promise.all([methodRows(db), walletSettings(db)]);
  return rows.map(methodView).filter(({ kind }) => kind !== 'wallet' || (on && uses.exchange));
}

/**
 * Directions on offer: those that are open, and those that only wait for a reserve (shown, but not to be ordered).
 * Empty while the office is closed. Public.
 */
export async function openDirections(db: Queryable = outside): Promise<DirectionView[]> {
  const [office, rows] = await Promise.all([officeNow(db), enabledDirectionRows(db)]);
  return rows
    .map((row) => directionView(row, office))
    .filter(({ state }) => state === 'open' || state === 'no_reserve');
}

/** One direction in whatever state, with its methods and texts; null where there never was one. Public. */
export async function directionByCodes(
  from: string,
  to: string,
  db: Queryable = outside,
): Promise<DirectionPageView | null> {
  if (!isMonitorCode(from) || !isMonitorCode(to)) return null;
  const [office, row, methods] = await Promise.all([
    officeNow(db),
    directionRowByCodes(db, from, to),
    methodRows(db, [from, to]),
  ]);
  const fromMethod = methods.find(({ code }) => code === from);
  const toMethod = methods.find(({ code }) => code === to);
  if (!row || !fromMethod || !toMethod) return null;
  return {
    ...directionView(row, office),
    fromMethod: methodView(fromMethod),
    toMethod: methodView(toMethod),
    texts: row.texts,
    tags: row.tags,
  };
}

/** What a price of the direction is made of now, for commands that price again inside a transaction. */
export async function loadPricedDirection(
  db: Queryable,
  directionId: string,
): Promise<PricedDirection | null> {
  // One after the other: a transaction has one connection.
  const row = await directionRowById(db, directionId);
  return row && pricedDirection(row, await officeNow(db));
}
