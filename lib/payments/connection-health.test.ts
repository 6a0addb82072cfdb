import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '@/lib/payments/connection';
import { howIsIt } from '@/lib/payments/connection-health';
import { definePaymentSystem, type ProbeAnswer } from '@/lib/payments/contract/system';
import { paymentSystem } from '@/lib/payments/registry';
import { sampleNow, sampleOffice } from '@/lib/payments/testing/fixture';

const probing = (answer: ProbeAnswer): Connection => ({
  id: 'con_0123456789bcdfgh',
  label: '',
  testMode: false,
  enabled: true,
  brokenAt: null,
  system: definePaymentSystem({
    code: 'probing',
    titles: { en: 'Probing', ru: 'Probing' },
    assets: 'any',
    standing: 'simulator',
    settings: z.object({}),
    probe: async () => answer,
  }),
  at: {
    settings: {},
    testMode: false,
    http: () => Promise.reject(new Error('called')),
    now: () => sampleNow,
    officeUrl: sampleOffice,
  },
});

test('a system that cannot be asked with these settings is neither well nor broken', async () => {
  expect(await howIsIt(probing({ outcome: 'nothing_to_ask' }), 'RUB')).toBe('nobody_knows');
  expect(await howIsIt(probing({ outcome: 'settled' }), 'RUB')).toBe('works');
  expect(await howIsIt(probing({ outcome: 'refused', reason: 'key' }), 'RUB')).toBe('fails');
});

test.each([
  ['yoomoney', { receiver: '410011234567890', notificationSecret: 'secret' }],
  ['webmoney', { purse: 'Z123456789012', secretKey: 'secret' }],
  ['paymaster', { merchantId: 'shop', secret: 'secret' }],
  ['payeer', { shopId: '1', shopSecret: 'secret' }],
  ['perfectmoney', { payeeAccount: 'U1234567', payeeName: 'Kantor', alternatePassphrase: 'secret' }],
])('%s that only receives is not taken for broken because it cannot be asked', async (code, given) => {
  const system = paymentSystem(code);
  if (!system) throw new Error(`no system ${code}`);
  const { at, ...connection } = probing({ outcome: 'settled' });
  const settings = system.settings.parse(given);
  expect(await howIsIt({ ...connection, system, at: { ...at, settings } }, 'USD')).toBe('nobody_knows');
});
