import { readdirSync } from 'node:fs';
import path from 'node:path';
import { now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { settingsFields } from '@/lib/payments/connections/settings-fields';
import type { PaymentNoticeEvent, RawRequest } from '@/lib/payments/contract/notice';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { paidUnits } from '@/lib/payments/notice-match';
import { paymentSystem } from '@/lib/payments/registry';
import { makeConnection } from '@/lib/payments/testing/door';
import { type AdapterFixture, type NoticeFixture, sampleNow } from '@/lib/payments/testing/fixture';

export type HeardSystem = { system: PaymentSystem; fixture: AdapterFixture; notice: NoticeFixture };

/** Every registered system whose fixture knows a true notice. */
export async function heardSystems(): Promise<HeardSystem[]> {
  const root = path.resolve('lib/payments/systems');
  const found: HeardSystem[] = [];
  for (const code of readdirSync(root).sort()) {
    const system = paymentSystem(code);
    if (!system?.callback) continue;
    const file = path.join(root, code, 'fixtures.ts');
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ file);
    const fixture = Object.values(exported).find(isFixture);
    if (fixture?.notice) found.push({ system, fixture, notice: fixture.notice });
  }
  return found;
}

function isFixture(value: unknown): value is AdapterFixture {
  return typeof value === 'object' && value !== null && 'settings' in value && 'payment' in value;
}

const scale = 8;

/** An account with the system as its fixture knows it, and a method that is paid by it. */
export async function openDoor({
  system,
  fixture,
}: HeardSystem): Promise<{ connectionId: string; code: string }> {
  const secret = new Set(settingsFields(system).flatMap((field) => (field.secret ? [field.name] : [])));
  const entries = Object.entries(fixture.settings);
  const connectionId = await makeConnection({
    systemCode: system.code,
    settings: Object.fromEntries(entries.filter(([name]) => !secret.has(name))),
    secrets: Object.fromEntries(
      entries.flatMap(([name, value]) => (secret.has(name) ? [[name, String(value)]] : [])),
    ),
  });
  const asset = fixture.notice?.event.asset || 'RUB';
  const code = `DOOR${Math.random().toString(36).slice(2, 10).toUpperCase()}`;
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at)
     VALUES ($1, 'fiat', ${scale}, '{}', $2) ON CONFLICT DO NOTHING`,
    [asset, now()],
  );
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, pay_in_connection_id, created_at, updated_at)
     VALUES ($1, $2, 'bank', $3, '{}', $4, $5, $5)`,
    [newId('mth'), code, asset, connectionId, now()],
  );
  return { connectionId, code };
}

type Expected = { asset?: string; amount?: string; connectionId: string };

/** The payment that the fixture's notice is about; of another asset or amount where told. */
export async function expectNoticed(notice: NoticeFixture, expected: Expected): Promise<void> {
  const { by, amount, ...named } = { ...notice.event, ...expected };
  const asset = named.asset || 'RUB';
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at) VALUES ($1, 'fiat', ${scale}, '{}', $2) ON CONFLICT DO NOTHING`,
    [asset, now()],
  );
  await query('DELETE FROM payments WHERE number = $1 OR id = $2 OR external_id = $3', [
    numberOf(by),
    idOf(by),
    externalIdOf(by),
  ]);
  await query(
    `INSERT INTO payments (id, number, subject_kind, subject_id, method_id, connection_id, system_code, status, asset_code,
       amount_units, external_id, created_at, started_at)
     SELECT $1, coalesce($2, nextval('payments_number_seq')::int), 'topup', 'none', m.id, $3, c.system_code, 'started', $4,
       $5, $6, $7, $7
     FROM system_connections c JOIN payment_methods m ON m.pay_in_connection_id = c.id WHERE c.id = $3`,
    [
      idOf(by) ?? newId('pay'),
      numberOf(by),
      expected.connectionId,
      asset,
      paidUnits(amount, scale) ?? 1n,
      externalIdOf(by),
      now(),
    ],
  );
}

type By = PaymentNoticeEvent['by'];
const numberOf = (by: By) => ('number' in by ? by.number : null);
const idOf = (by: By) => ('paymentId' in by ? by.paymentId : null);
const externalIdOf = (by: By) => ('externalId' in by ? by.externalId : null);

/** The moment at which the fixtures' notices were signed. */
export function atSampleTime(): void {
  shiftClock(sampleNow.getTime() - Date.now());
}

/** The raw request as the server would hand it over. */
export function toRequest({ method, query: asked, headers, body }: RawRequest, place: string): Request {
  const { 'content-length': _, ...rest } = headers;
  return new Request(`http://localhost${place}${asked && '?'}${asked}`, {
    method,
    headers: { ...rest, 'x-forwarded-for': `10.${random()}.${random()}.${random()}` },
    ...(method !== 'GET' && { body: new Uint8Array(body) }),
  });
}

const random = () => Math.floor(Math.random() * 256);
