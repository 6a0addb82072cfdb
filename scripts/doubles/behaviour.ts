import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { DoubleAnswer } from './double';

/** How a double behaves until it is told otherwise, by `POST /_doubles/<host>`. */
export const behaviourSchema = z.object({
  mode: z.enum(['ok', 'slow', 'down', 'rate_limited', 'garbage', 'hang']).default('ok'),
  delayMs: z.number().int().min(0).max(600_000).default(3_000),
});

export type Behaviour = z.output<typeof behaviourSchema>;

export const healthy: Behaviour = { mode: 'ok', delayMs: 0 };

/**
 * The answer under that behaviour; null: the line is cut without one. `hang` and `garbage` do what was asked for and
 * do not tell it: the cases in which a payout must not be sent again.
 */
export async function behaving(
  { mode, delayMs }: Behaviour,
  answer: () => Promise<DoubleAnswer>,
): Promise<DoubleAnswer | null> {
  switch (mode) {
    case 'ok':
      return answer();
    case 'slow':
      await pause(delayMs);
      return answer();
    case 'down':
      return null;
    case 'rate_limited':
      return { status: 429, headers: { 'retry-after': '30' }, body: 'Too many requests' };
    case 'garbage':
      return {
        ...(await answer()),
        status: 200,
        headers: {},
        body: Buffer.from('\u0000\u001f{"stat\uFFFD<html'),
      };
    case 'hang': {
      const done = await answer();
      await pause(delayMs);
      return { ...done, status: 504, headers: {}, body: 'Gateway timeout' };
    }
  }
}
