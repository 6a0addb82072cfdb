import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '@/lib/decimal';
import { pricedDirection } from '@/lib/exchange/catalog-pricing';
import type { DirectionRow, OfficeNow } from '@/lib/exchange/catalog-rows';
import { price } from '@/lib/exchange/pricing';
import { parseAmount } from '@/lib/money';
import { officeSettingsSchema } from '@/lib/settings';
import { type FeedItem, feedItems } from './feed-item';
import { feedXml } from './feed-xml';
import { marketRates } from './market-rates';

const office = (price: string): OfficeNow => ({
  settings: officeSettingsSchema.parse({}),
  rates: marketRates([{ base: 'AAA', quote: 'BBB', price }]),
  wallets: true,
});

const plain: DirectionRow = {
  id: 'dir_x',
  type: null,
  enabled: true,
  rate_kind: 'market',
  fixed_in: null,
  fixed_out: null,
  spread_bps: 0,
  min_give_units: 5_000n,
  max_give_units: 1_200_000n,
  min_get_units: null,
  max_get_units: null,
  fee_bps: 0,
  fee_units: 0n,
  min_fee_units: 0n,
  give_step_units: 1n,
  get_step_units: 1n,
  expiry_minutes: 30,
  usual_minutes: 30,
  tags: [],
  from_code: 'USDTTRC20',
  from_kind: 'crypto',
  from_city: null,
  from_enabled: true,
  from_asset: 'AAA',
  from_scale: 2,
  from_default_type: 'operator',
  pay_in_system: null,
  pay_out_system: null,
  pay_out_works: true,
  pay_in_fee_bps: 0,
  pay_in_fee_units: 0n,
  min_in_units: null,
  max_in_units: null,
  to_code: 'SBERRUB',
  to_kind: 'bank',
  to_city: null,
  to_enabled: true,
  to_asset: 'BBB',
  to_scale: 2,
  pay_out_fee_bps: 50,
  pay_out_fee_units: 0n,
  min_out_units: null,
  max_out_units: null,
  available_units: 145_000_000n,
};

const bps = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 }));
const units = fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 3_000n }));
const anyRow: fc.Arbitrary<DirectionRow> = fc
  .record({
    spread_bps: fc.integer({ min: -100, max: 900 }),
    fee_bps: bps,
    fee_units: units,
    min_fee_units: units,
    pay_in_fee_bps: bps,
    pay_in_fee_units: units,
    pay_out_fee_bps: bps,
    pay_out_fee_units: units,
    from_scale: fc.integer({ min: 0, max: 8 }),
    to_scale: fc.integer({ min: 0, max: 8 }),
    give_step_units: fc.constantFrom(1n, 10n, 500n),
    get_step_units: fc.constantFrom(1n, 10n, 500n),
    available_units: fc.bigInt({ min: 10_000n, max: 10n ** 15n }),
  })
  .map((some) => ({ ...plain, min_give_units: null, max_give_units: null, ...some }));
const anyPrice = fc.integer({ min: 1, max: 10 ** 9 }).map((number) => (number / 1000).toFixed(3));

describe('the feed', () => {
  it('leaves wallets out, on either side: nobody gets there who is not a customer already', () => {
    const row: DirectionRow = { ...plain, type: 'semi_automatic' };
    expect(feedItems(row, office('2'), true)).toHaveLength(1);
    for (const side of [{ from_kind: 'wallet' }, { to_kind: 'wallet' }] as const)
      expect(feedItems({ ...row, ...side }, office('2'), true)).toEqual([]);
  });

  it('says what the order gets: rate and fees of an item lead to the price of any amount within its limits', () => {
    fc.assert(
      fc.property(anyRow, anyPrice, fc.integer({ min: 0, max: 1_000 }), (row, market, share) => {
        const now = office(market);
        const [item] = feedItems(row, now, true);
        fc.pre(item !== undefined);
        if (!item) return;
        const [min, max] = [unitsOf(item.fromMin, row.from_scale), unitsOf(item.fromMax, row.from_scale)];
        const asked = min + ((max - min) * BigInt(share)) / 1_000n;
        const result = price(pricedDirection(row, now), 'give', asked);
        expect(result.ok, 'an amount within the limits is accepted').toBe(true);
        if (!result.ok) return;
        const told = toldUnits(item, result.price.giveUnits, row);
        const got = result.price.getUnits;
        // One unit of each fee, the step of what is got, and eight digits of the rate are lost to rounding.
        const unitWorth =
          (10n * 10n ** BigInt(row.to_scale) * decimal(item.out).num * decimal(item.in).den) /
          (decimal(item.out).den * decimal(item.in).num * 10n ** BigInt(row.from_scale));
        const slack = row.get_step_units + 10n + unitWorth + (10n * (told + got)) / 10n ** 7n;
        expect(told - got <= slack, `promises ${told}, gives ${got}`).toBe(true);
        if (isSayable(row)) expect(got - told <= slack, `promises ${told}, gives ${got}`).toBe(true);
      }),
    );
  });

  it('accepts both ends of the limits of each side', () => {
    fc.assert(
      fc.property(anyRow, anyPrice, (row, market) => {
        const now = office(market);
        const [item] = feedItems(row, now, true);
        fc.pre(item !== undefined);
        if (!item) return;
        const direction = pricedDirection(row, now);
        for (const end of [item.fromMin, item.fromMax])
          expect(price(direction, 'give', unitsOf(end, row.from_scale)).ok).toBe(true);
        for (const end of [item.toMin, item.toMax])
          expect(price(direction, 'get', unitsOf(end, row.to_scale)).ok).toBe(true);
      }),
    );
  });

  it('is written as monitors read it', () => {
    const xml = feedXml(feedItems({ ...plain, tags: ['verifying'] }, office('91.35'), true));
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rates>
<item><from>USDTTRC20</from><to>SBERRUB</to><in>1</in><out>91.35</out><amount>1450000</amount><frommin>50</frommin><frommax>12000</frommax><tomin>4544.66</tomin><tomax>1090719</tomax><minamount>50</minamount><maxamount>12000</maxamount><tofee>0.5%</tofee><param>manual, verifying</param></item>
</rates>
`);
  });

  it('has a line per city, and cities of both sides if both are cash', () => {
    const cash: DirectionRow = { ...plain, to_kind: 'cash', to_city: 'MSK, SPB' };
    expect(feedItems(cash, office('91.35'), true).map((item) => item.city)).toEqual(['MSK', 'SPB']);
    const both: DirectionRow = { ...cash, from_kind: 'cash', from_city: 'SPB' };
    expect(feedItems(both, office('91.35'), true).map((item) => item.city)).toEqual(['SPB']);
    expect(feedItems({ ...plain, to_city: 'MSK' }, office('91.35'), true)[0]?.city).toBeUndefined();
  });

  it('leaves out what cannot be ordered now', () => {
    const now = office('91.35');
    expect(feedItems(plain, now, false)).toEqual([]);
    expect(feedItems({ ...plain, available_units: 0n }, now, true)).toEqual([]);
    expect(feedItems({ ...plain, available_units: null }, now, true)).toEqual([]);
    expect(feedItems({ ...plain, to_asset: 'CCC' }, now, true)).toEqual([]);
    expect(feedItems({ ...plain, type: 'automatic' }, now, true)).toEqual([]);
  });

  it('escapes what admins typed', () => {
    const xml = feedXml(feedItems({ ...plain, from_code: 'A&<B\u0000\ud800' }, office('91.35'), true));
    expect(xml).toContain('<from>A&amp;&lt;B</from>');
  });
});

/** Whether a line of the feed can say the fees exactly: a least amount can stand only beside its own percentage. */
function isSayable(row: DirectionRow): boolean {
  if (row.min_fee_units <= row.fee_units) return true;
  return (
    row.fee_bps === 0 || (row.pay_in_fee_bps === 0 && row.fee_units === 0n && row.pay_in_fee_units === 0n)
  );
}

/** What a monitor would tell its visitor, in units of `to`. */
function toldUnits(item: FeedItem, giveUnits: bigint, row: DirectionRow): bigint {
  const fine = 10n ** 30n;
  const [rateIn, rateOut] = [decimal(item.in), decimal(item.out)];
  const give = (giveUnits * fine) / 10n ** BigInt(row.from_scale);
  const least = item.minFee ? fineUnits(item.minFee, fine) : 0n;
  const fee = feeOf(item.fromFee, give, fine);
  const rated =
    ((give - (fee > least ? fee : least)) * rateOut.num * rateIn.den) / (rateOut.den * rateIn.num);
  return ((rated - feeOf(item.toFee, rated, fine)) * 10n ** BigInt(row.to_scale)) / fine;
}

function feeOf(fee: string | undefined, amount: bigint, fine: bigint): bigint {
  if (!fee) return 0n;
  return fee.endsWith('%')
    ? (amount * fineUnits(fee.slice(0, -1), fine)) / (100n * fine)
    : fineUnits(fee, fine);
}

function fineUnits(text: string, fine: bigint): bigint {
  const value = decimal(text);
  return (value.num * fine) / value.den;
}

function unitsOf(text: string, scale: number): bigint {
  const parsed = parseAmount(text, scale);
  if (!parsed.ok) throw new Error(`not an amount: ${text}`);
  return parsed.units;
}
