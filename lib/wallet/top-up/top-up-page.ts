import { type Actor, requireUser } from '@/lib/auth/actor';
import { type SavedRequisitesView, savedRequisites } from '@/lib/auth/saved-requisites';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { paymentSystem } from '@/lib/payments/registry';
import type { RequisiteField } from '@/lib/requisites/field';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { walletAssets } from '@/lib/wallet/require-wallet';
import type { TopUpStatus, TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';
import { type OpenWay, openWays } from '@/lib/wallet/top-up/top-up-terms';
import { walletDayLeft } from '@/lib/wallet/wallet-day';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/** A way of topping up as the page offers it: plain data. Amounts are plain decimals of the asset, null: any. */
export type TopUpWayView = {
  way: TopUpWayKind;
  /** null at the cashier's. */
  methodCode: string | null;
  titles: Localized | null;
  kind: MethodKind;
  symbol: string;
  logoFileId: string | null;
  /** The system that takes the payment. */
  system: Localized | null;
  feeBps: number;
  feeFixed: string;
  min: string | null;
  max: string | null;
  /** Asked of the customer: where he pays from; and what he saved for it. */
  fields: RequisiteField[];
  saved: { id: string; label: string; values: Record<string, string> }[];
};

/** A top-up that is not finished, or was lately. */
export type TopUpLine = {
  id: string;
  number: number;
  way: TopUpWayKind;
  status: TopUpStatus;
  asset: string;
  /** What was credited; before that, what is to be paid. */
  amount: string;
  methodTitles: Localized | null;
  createdAt: string;
};

export type TopUpPageView = {
  on: boolean;
  /** Assets that can be topped up by some way now. Empty: topping up is not possible yet. */
  assets: { code: string; scale: number; titles: Localized }[];
  /** The one chosen, with its ways; null: none is possible. */
  chosen: { asset: string; scale: number; ways: TopUpWayView[]; dayLeft: string | null } | null;
  /** Ten digits, told to a cashier. */
  walletNumber: string;
  open: TopUpLine[];
  recent: TopUpLine[];
};

/**
 * Everything that the page of topping up shows. `asset`: the one asked for; another one is chosen where it cannot be
 * topped up. Throws `not_signed_in`.
 */
export async function topUpPage(actor: Actor, asset?: string): Promise<TopUpPageView> {
  const { userId } = requireUser(actor);
  const [{ on }, held, ways, walletNumber, lines, saved] = await Promise.all([
    walletSettings(),
    walletAssets(),
    openWays({ query }),
    walletNumberOf(userId),
    linesOf(userId),
    savedRequisites({ actor }),
  ]);
  const titles = await titlesOf(held.map((one) => one.asset));
  const assets = held
    .filter((one) => on && ways.some((way) => way.asset === one.asset))
    .map(({ asset: code, scale }) => ({ code, scale, titles: titles.get(code) ?? { en: code, ru: code } }));
  const chosen = assets.find(({ code }) => code === asset) ?? assets[0];
  const dayLeft = chosen ? await walletDayLeft({ userId, asset: chosen.code, what: 'topUp' }) : null;
  return {
    on,
    assets,
    chosen: chosen
      ? {
          asset: chosen.code,
          scale: chosen.scale,
          ways: ways
            .filter((way) => way.asset === chosen.code)
            .map((way) => wayView(way, chosen.scale, saved)),
          dayLeft: dayLeft === null ? null : formatUnits(dayLeft, chosen.scale),
        }
      : null,
    walletNumber,
    open: lines.filter(isOpen),
    recent: lines.filter((line) => !isOpen(line)).slice(0, shownRecent),
  };
}

const shownRecent = 5;

const isOpen = ({ status }: TopUpLine) => status === 'waiting' || status === 'claimed';

function wayView({ terms }: OpenWay, scale: number, saved: SavedRequisitesView[]): TopUpWayView {
  const { way, method, feeBps, feeFixedUnits, minUnits, maxUnits } = terms;
  const system = method?.systemCode ? paymentSystem(method.systemCode) : null;
  return {
    way,
    methodCode: method?.code ?? null,
    titles: method?.titles ?? null,
    kind: method?.kind ?? 'cash',
    symbol: method?.symbol ?? '',
    logoFileId: method?.logoFileId ?? null,
    system: system?.titles ?? null,
    feeBps,
    feeFixed: formatUnits(feeFixedUnits, scale),
    min: minUnits === null ? null : formatUnits(minUnits, scale),
    max: maxUnits === null ? null : formatUnits(maxUnits, scale),
    fields: method?.fields ?? [],
    saved: saved
      .filter(({ methodCode }) => methodCode === method?.code)
      .map(({ id, label, values }) => ({ id, label, values })),
  };
}

async function titlesOf(codes: string[]): Promise<Map<string, Localized>> {
  const rows = await query<{ code: string; titles: Localized }>(
    'SELECT code, titles FROM assets WHERE code = ANY ($1)',
    [codes],
  );
  return new Map(rows.map(({ code, titles }) => [code, titles]));
}

type FoundLine = Omit<TopUpLine, 'amount' | 'createdAt'> & { units: bigint; scale: number; createdAt: Date };

/** The customer's last ones, those that are not finished first. One whose time is over counts as expired at once. */
async function linesOf(userId: string): Promise<TopUpLine[]> {
  const rows = await query<FoundLine>(
    `SELECT t.id, t.number, t.way::text, t.asset_code AS asset, coalesce(t.credited_units, t.amount_units) AS units,
       CASE WHEN t.status = 'waiting' AND t.expires_at <= $2 THEN 'expired' ELSE t.status::text END AS status,
       a.scale, m.titles AS "methodTitles", t.created_at AS "createdAt"
     FROM top_ups t JOIN assets a ON a.code = t.asset_code LEFT JOIN payment_methods m ON m.id = t.method_id
     WHERE t.user_id = $1 ORDER BY t.status IN ('waiting', 'claimed') DESC, t.created_at DESC LIMIT 30`,
    [userId, now()],
    'top_ups_of_customer',
  );
  return rows.map(({ units, scale, createdAt, ...line }) => ({
    ...line,
    amount: formatUnits(units, scale),
    createdAt: createdAt.toISOString(),
  }));
}
