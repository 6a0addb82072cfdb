import { percent } from '@/lib/catalog/percent';
import { formatUnits } from '@/lib/money';

/** Where the words of a field's kept codes stand in `messages`, so that `semi_automatic` is shown as people say it. */
export function auditValueKey(action: string, name: string, value: string): string | undefined {
  const kind = action.split('.')[0] ?? '';
  const place = places[`${kind}.${name}`] ?? places[name];
  return place && `${place}.${value}`;
}

const places: Record<string, string> = {
  type: 'admin.types',
  defaultType: 'admin.types',
  'asset.kind': 'admin.assetKinds',
  'method.kind': 'admin.kinds',
  'method.uses': 'admin.methods.useNames',
  qrKind: 'admin.methods.qrKinds',
  systemFeeBearer: 'admin.methods.bearers',
  side: 'admin.fieldEditor.sides',
  validator: 'admin.fieldEditor.validators',
  rateKind: 'admin.directions.rateKinds',
  tags: 'admin.directions.tagNames',
  workDays: 'admin.settings.days',
  roles: 'account.role',
  locale: 'admin.languages',
  moneyKind: 'till.kinds',
  approvalFor: 'till.approvalShort',
  'till.status': 'till.statuses',
  'till.reason': 'till.reasons',
  'order.status': 'status',
  'top_up.status': 'topup.requestStatuses',
  'payout.value': 'payouts.statuses',
  'refund.value': 'refunds.statuses',
  'letter.state': 'letters.states',
  outcome: 'audit.outcomes',
  'payment.status': 'audit.paymentStatuses',
  secrets: 'audit.secretStates',
};

/** Figures as the forms show them: basis points as per cent, minutes of the day as the clock. Others stay as kept. */
export function auditFigure(name: string, value: string | number): string {
  if (name.endsWith('Bps') && typeof value === 'number') return `${percent(value) || '0'} %`;
  if (name.endsWith('AtMinute') && typeof value === 'number')
    return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  return String(value);
}

/**
 * Kept units as an amount with its asset, where the record beside them says which asset they are of; otherwise
 * undefined. `path` leads to them in one of `states`.
 */
export function auditAmount(
  path: readonly string[],
  states: readonly unknown[],
  scales: Readonly<Record<string, number>>,
  units: string | number,
): string | undefined {
  if (!path.at(-1)?.endsWith('Units') || !/^-?\d{1,30}$/.test(String(units))) return undefined;
  const asset = states.map((state) => assetBeside(state, path.slice(0, -1))).find(Boolean);
  const scale = asset && Object.hasOwn(scales, asset) ? scales[asset] : undefined;
  return scale === undefined ? undefined : `${formatUnits(BigInt(units), scale)} ${asset}`;
}

/** The nearest `asset` on the way to the units. */
function assetBeside(state: unknown, path: readonly string[]): string | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const here = new Map(Object.entries(state));
  const [step, ...rest] = path;
  const inside = step && assetBeside(here.get(/^\d+$/.test(step) ? String(Number(step) - 1) : step), rest);
  const own = here.get('asset') ?? here.get('assetCode') ?? here.get('asset_code');
  return inside || (typeof own === 'string' ? own : undefined);
}
