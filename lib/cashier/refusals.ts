import { audit } from '@/lib/audit';
import type { UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { giveBack, type LimitRule, limit } from '@/lib/rate-limit';

/** Refusals of one person: whoever tries things out by a program does not fill the audit. */
const rule: LimitRule = { points: 240, seconds: 60 };

type Attempt = {
  actor: UserActor;
  /** What was tried: `top_up`, `approve` … */
  what: string;
  /** What it was tried on or with, as it was sent: identifiers and figures, no files. */
  given: Record<string, unknown>;
};

/**
 * Runs something of the till for a person; a refusal is kept in the audit as `till.refused`, with what was tried and
 * the code of the refusal, and thrown on. After 240 refusals a minute a person is refused unheard (`too_many_requests`).
 */
export async function atTill<T>({ actor, what, given }: Attempt, work: () => Promise<T>): Promise<T> {
  await limit('till', actor.userId, rule);
  try {
    const done = await work();
    await giveBack('till', actor.userId, rule);
    return done;
  } catch (error) {
    if (error instanceof AppError && error.httpStatus < 500) {
      const fields = Object.fromEntries(Object.entries(error.fields).map(([name, { key }]) => [name, key]));
      const after = {
        what,
        code: error.code,
        params: shortened(error.params),
        fields,
        given: shortened(given),
      };
      // The refusal is what the person has to hear of, whether it could be kept or not.
      await audit({ query }, { actor, action: 'till.refused', subject: actor.userId, after }).catch(
        (failure) => log.error({ err: failure }, 'a refusal of the till was not kept'),
      );
    }
    throw error;
  }
}

/** Whatever a stranger sends is kept in part only; controls would not fit into the column. */
function shortened(given: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .slice(0, 30);
  return Object.fromEntries(
    texts.map(([name, value]) => [plain(name), plain(typeof value === 'string' ? value : typeof value)]),
  );
}

function plain(text: string): string {
  return text
    .slice(0, 120)
    .replace(/[\p{Cc}\p{Cs}]/gu, '\u{fffd}')
    .trim();
}

/** The fields of a form that was sent, whatever it is. */
export function givenFields(input: unknown): Record<string, unknown> {
  return input !== null && typeof input === 'object' ? { ...input } : {};
}
