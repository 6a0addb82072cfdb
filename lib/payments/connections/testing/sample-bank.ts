import { z } from 'zod';
import { definePaymentSystem } from '@/lib/payments/contract/system';

/** A system that can do everything, for tests of connections. What it answers is told by its settings. */
export const sampleBank = definePaymentSystem({
  code: 'sample',
  titles: { en: 'Sample bank', ru: 'Пробный банк' },
  assets: ['RUB', 'USD'],
  standing: 'service',
  settings: z.object({
    shopId: z.string().min(3),
    algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
    strict: z.boolean().default(true),
    apiKey: z.string().min(8).meta({ secret: true }),
    certificate: z.string().default('').meta({ secret: true, multiline: true }),
    serverUrl: z.string().optional(),
    answer: z.enum(['settled', 'refused', 'unknown', 'throws']).optional(),
  }),
  payIn: {
    amount: 'fixed',
    start: async () => ({ outcome: 'unknown', reason: 'not in tests' }),
    check: async () => ({ outcome: 'unknown', reason: 'not in tests' }),
  },
  callback: {
    read: () => ({
      verdict: 'refused',
      why: 'no_signature',
      answer: { status: 400, body: '', contentType: 'text/plain' },
    }),
  },
  payOut: {
    needs: [[]],
    problem: () => null,
    send: async () => ({ outcome: 'unknown', reason: 'not in tests' }),
    check: async () => ({ outcome: 'unknown', reason: 'not in tests' }),
  },
  async balance({ settings }, { asset }) {
    if (settings.answer === 'throws') throw new Error(`cannot reach it with ${settings.apiKey}`);
    if (settings.answer === 'refused')
      return {
        outcome: 'refused',
        reason: `wrong key ${settings.apiKey}, certificate ${settings.certificate}`,
      };
    if (settings.answer === 'unknown') return { outcome: 'unknown', reason: 'HTTP 503' };
    return { outcome: 'settled', amount: asset === 'RUB' ? '1500.50' : '10.00' };
  },
});

/** Takes payments and nothing else; cannot be asked anything. */
export const sampleDoor = definePaymentSystem({
  code: 'door',
  titles: { en: 'Door', ru: 'Дверь' },
  assets: 'any',
  standing: 'legacy',
  settings: z.object({}),
  payIn: { amount: 'open', start: async () => ({ outcome: 'unknown', reason: 'not in tests' }) },
});

/** Works, and tells what it holds only where that is set. */
export const sampleProbed = definePaymentSystem({
  code: 'probed',
  titles: { en: 'Probed', ru: 'Проверяемая' },
  assets: ['RUB'],
  standing: 'service',
  settings: z.object({ balance: z.string().default('') }),
  probe: async () => ({ outcome: 'settled' }),
  balance: async ({ settings: { balance } }) =>
    balance === ''
      ? { outcome: 'refused', reason: 'no certificate' }
      : { outcome: 'settled', amount: balance },
});
