import { beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { noticePage, noticeView } from '@/lib/payments/notice-queries';
import { type DoorOffice, makeDoorOffice, startedPayment } from '@/lib/payments/testing/door';
import { sendNotice, testKey } from '@/lib/payments/testing/send-notice';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { signing } = await import('@/lib/payments/testing/door-systems');
  return {
    ...real,
    paymentSystem: (code: string) => (code === 'signing' ? signing : real.paymentSystem(code)),
  };
});

let office: DoorOffice;
const admin = staff('admin');

beforeEach(async () => {
  await query('DELETE FROM payment_notices');
  office = await makeDoorOffice({ systemCode: 'signing', secrets: { key: testKey } });
});

async function fill(many: number, verdict: string, at = now()): Promise<void> {
  await query(
    `INSERT INTO payment_notices (id, system_code, method_code, verdict, http_method, body, ip, received_at)
     SELECT 'ntc_' || lpad(n::text || $3, 16, '0'), 'other', 'X', $2::"NoticeVerdict", 'POST', '', '192.0.2.1', $4
     FROM generate_series(1, $1) AS n`,
    [many, verdict, String(Math.floor(Math.random() * 1e6)), at],
  );
}

describe('the list of notices', () => {
  it('is read page by page without a gap or a repetition, also where many came at one moment', async () => {
    await fill(120, 'refused');
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { rows, next } = await noticePage(admin, { before });
      seen.push(...rows.map(({ id }) => id));
      before = next ?? undefined;
    } while (before);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('is narrowed by verdict, system and days of the office', async () => {
    await fill(3, 'refused', new Date('2026-03-01T20:59:59Z'));
    await fill(2, 'accepted', new Date('2026-03-01T21:00:00Z'));
    const count = async (filter: object) => (await noticePage(admin, filter)).rows.length;
    expect(await count({ verdict: 'refused' })).toBe(3);
    expect(await count({ system: 'other' })).toBe(5);
    expect(await count({ system: 'signing' })).toBe(0);
    expect(await count({ since: '2026-03-01', until: '2026-03-02' })).toBe(5);
    expect(await count({ until: '2026-02-27' })).toBe(0);
    expect(await count({ since: '2026-03-03' })).toBe(0);
    expect(await count({ system: 'signing\0' })).toBe(0);
    expect(await count({ since: 'yesterday', verdict: "x' OR 1=1", before: 'x' })).toBe(5);
  });

  it.each(['customer', 'cashier'] as const)('is not for a %s', async (role) => {
    await expect(noticePage(staff(role), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(noticeView(staff(role), newId('ntc'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each(['operator', 'owner', 'support', 'accountant'] as const)('is for an %s', async (role) => {
    await expect(noticePage(staff(role), {})).resolves.toMatchObject({ rows: [] });
  });
});

describe('one notice', () => {
  it('is shown raw, with its order, and the connection’s own secret covered wherever it stood', async () => {
    const payment = await startedPayment(office);
    const body = {
      number: payment.number,
      event: 'e',
      outcome: 'settled',
      amount: '60000.00',
      note: `<script>alert(1)</script> ${testKey}`,
    };
    expect(await sendNotice({ to: office.bank.code, body, headers: { 'x-key': testKey } })).toBe('200 ok');
    const [row] = (await noticePage(admin, {})).rows;
    expect(row).toMatchObject({ orderId: payment.subjectId, verdict: 'accepted' });
    const view = await noticeView(admin, row?.id ?? '');
    expect(view.body).toContain('<script>alert(1)</script> [secret]');
    expect(JSON.stringify(view)).not.toContain(testKey);
    expect(JSON.parse(view.reading ?? '')).toMatchObject({ targetId: payment.id });
  });

  it('that does not exist is not found', async () => {
    await expect(noticeView(admin, newId('ntc'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(noticeView(admin, "x' OR 1=1")).rejects.toMatchObject({ code: 'not_found' });
  });
});
