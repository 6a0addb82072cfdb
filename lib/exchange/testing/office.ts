import type { Role, UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import type { RequisiteField } from '@/lib/requisites/field';

/** Small offices for tests: a bank method in roubles, a coin method, both directions between them. */
export type TestOffice = {
  bank: { id: string; code: string };
  coin: { id: string; code: string };
  /** bank → coin */
  directionId: string;
};

let offices = 0;

const texts = (text: string) => ({ en: text, ru: text });

const card: RequisiteField = {
  key: 'card',
  side: 'give',
  validator: 'card',
  params: {},
  titles: { en: 'Card', ru: 'Карта' },
  hints: texts(''),
  required: true,
};

const address: RequisiteField = {
  ...card,
  key: 'address',
  side: 'get',
  validator: 'coin',
  params: { network: 'bitcoin' },
  titles: { en: 'Address', ru: 'Адрес' },
};

/** An office whose coin reserve is so many units (1 BTC unless told), with `pool` sets of its own details. */
export async function makeOffice({
  reserveUnits = 100_000_000n,
  pool = 1,
}: {
  reserveUnits?: bigint;
  pool?: number;
} = {}): Promise<TestOffice> {
  offices += 1;
  const bank = { id: newId('mth'), code: `BANK${offices}` };
  const coin = { id: newId('mth'), code: `COIN${offices}` };
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at)
     VALUES ('RUB', 'fiat', 2, '{"en":"Rouble","ru":"Рубль"}', $1), ('BTC', 'crypto', 8, '{"en":"Bitcoin","ru":"Биткоин"}', $1)
     ON CONFLICT DO NOTHING`,
    [now()],
  );
  await query(
    `INSERT INTO market_rates (base_code, quote_code, price, updated_at) VALUES ('BTC', 'RUB', 6000000, $1)
     ON CONFLICT DO NOTHING`,
    [now()],
  );
  await makeMethod(bank, 'bank', 'RUB', [card, { ...card, side: 'get' }], pool);
  await makeMethod(coin, 'crypto', 'BTC', [address, { ...address, side: 'give', required: false }], 1);
  const directionId = await makeDirection(bank.id, coin.id);
  await makeDirection(coin.id, bank.id);
  if (reserveUnits > 0n) await addReserve(coin.id, reserveUnits);
  return { bank, coin, directionId };
}

/** Brings money into a method's reserve, or takes it out. */
export async function addReserve(methodId: string, amountUnits: bigint): Promise<void> {
  await adjustReserve({
    actor: staff('owner'),
    methodId,
    amountUnits,
    reason: 'test',
    idempotencyKey: newId('trf'),
  });
}

async function makeMethod(
  method: { id: string; code: string },
  kind: string,
  asset: string,
  fields: RequisiteField[],
  pool: number,
): Promise<void> {
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, fields, pay_out_fee_units, created_at, updated_at)
     VALUES ($1, $2, $3::"MethodKind", $4, $5, $6, 1000, $7, $7)`,
    [method.id, method.code, kind, asset, texts(method.code), JSON.stringify(fields), now()],
  );
  for (let index = 1; index <= pool; index += 1) {
    const lines = [
      { key: 'account', titles: texts('Account'), value: `${method.code}-${index}`, copy: true },
    ];
    await query(
      'INSERT INTO office_requisites (id, method_id, label, lines, created_at) VALUES ($1, $2, $3, $4, $5)',
      [newId('req'), method.id, `details ${index}`, JSON.stringify(lines), now()],
    );
  }
}

async function makeDirection(from: string, to: string): Promise<string> {
  const id = newId('dir');
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, spread_bps, fee_bps, expiry_minutes, created_at, updated_at)
     VALUES ($1, $2, $3, 'market', 200, 100, 30, $4, $4)`,
    [id, from, to, now()],
  );
  return id;
}

/** Somebody of the staff, or a customer, who is signed in; not in the table of users unless put there. */
export function staff(role: Role, name = `${role} ${newId('usr').slice(-4)}`): UserActor {
  const userId = newId('usr');
  const email = `${userId}@kantor.test`;
  return {
    kind: 'user',
    userId,
    sessionId: newId('ses'),
    email,
    name,
    roles: [role],
    locale: 'en',
    ip: '10.0.0.1',
  };
}

/** Puts the person into the table of users, where names of holders are read. */
export async function registered(actor: UserActor): Promise<UserActor> {
  await query(
    `INSERT INTO users (id, email, name, roles, created_at) VALUES ($1, $2, $3, $4::"Role"[], $5)`,
    [actor.userId, actor.email, actor.name, actor.roles, now()],
  );
  return actor;
}
