import { memoryStore } from '@/lib/payments/systems/simulator/memory-store';
import { percentOf } from '@/lib/payments/systems/simulator/operation';
import { simulatorServer } from '@/lib/payments/systems/simulator/server';
import { simulatorHost } from '@/lib/payments/systems/simulator/wire';
import { type Double, jsonAnswer, textAnswer } from '@/scripts/doubles/double';

/** The simulator itself with its books in memory. Its pages are the office's own and are not here. */
export function simulatorDouble(): Double {
  const store = memoryStore();
  return {
    code: 'simulator',
    hosts: [simulatorHost],
    async handle({ method, path, query, body }) {
      const request = { method, path, query, body: body.toString('utf8') };
      const answer = await simulatorServer(store, new Date('2026-09-01T12:00:00Z'), request);
      return answer === 'silent' ? textAnswer('', 'text/plain', 504) : jsonAnswer(answer.json, answer.status);
    },
    async pay({ reference, amount }) {
      const known = await store.find('payment', reference);
      if (known?.asked.kind !== 'payment') return null;
      known.state = 'paid';
      known.paid = amount ?? known.amount;
      known.fee = percentOf(known.paid, known.asked.feePercent);
      return [];
    },
    holds: () => [...store.operations.values()],
  };
}
