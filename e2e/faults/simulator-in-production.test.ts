import { afterEach, beforeEach, expect, it } from 'vitest';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';

let server: KillableServer | undefined;
let operationId: string;

beforeEach(async () => {
  operationId = newId('sim');
  const asked = {
    kind: 'payment',
    description: 'Exchange',
    returnUrl: 'https://office.example/api/back/x',
    callbackUrl: 'https://office.example/api/callbacks/simulator/X',
    expiresAt: new Date(now().getTime() + 3_600_000).toISOString(),
    payerAccount: '',
    feePercent: '0',
  };
  await query(
    `INSERT INTO simulator_operations (id, kind, shop, our_id, number, state, asset, amount, asked, created_at)
     VALUES ($1, 'payment', 'story', $1, 1, 'waiting', 'RUB', '100.00', $2, $3)`,
    [operationId, JSON.stringify(asked), now()],
  );
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function served(
  env: Record<string, string>,
): Promise<(path: string, init?: RequestInit) => Promise<number>> {
  const started = await killableServer(env);
  server = started;
  await started.start();
  return async (path, init) => (await fetch(`${started.url}${path}`, { redirect: 'manual', ...init })).status;
}

it('in production the simulator has no page, takes no choice, and its notices are not heard', async () => {
  const status = await served({ KANTOR_ENV: 'production' });
  expect(await status(`/en/simulator/payments/${operationId}`)).toBe(404);
  expect(await status('/en/simulator/payouts')).toBe(404);
  const choice = { method: 'POST', body: new URLSearchParams({ choice: 'pay' }) };
  expect(await status(`/en/simulator/payments/${operationId}/choice`, choice)).toBe(404);
  expect(await status('/api/callbacks/simulator/USDTBEP20', { method: 'POST', body: '{}' })).toBe(404);
  const [row] = await query<{ state: string }>('SELECT state FROM simulator_operations WHERE id = $1', [
    operationId,
  ]);
  expect(row?.state).toBe('waiting');
});

it('named in KANTOR_SYSTEMS it is there, in production too', async () => {
  const status = await served({ KANTOR_ENV: 'production', KANTOR_SYSTEMS: 'simulator' });
  expect(await status(`/en/simulator/payments/${operationId}`)).toBe(200);
});
