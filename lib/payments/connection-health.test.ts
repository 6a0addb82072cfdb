import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '@/lib/payments/connection';
import { howIsIt } from '@/lib/payments/connection-health';
import { definePaymentSystem, type ProbeAnswer } from '@/lib/payments/contract/system';
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
