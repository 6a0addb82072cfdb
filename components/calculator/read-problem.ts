import type { RawQuery } from './read-input';

/** `missing`: no amount was typed; the others are codes of `errors`. */
const problems = ['missing', 'too_many_requests', 'unavailable', 'unexpected'] as const;

export type CalcProblem = (typeof problems)[number];

/** Why "Continue" was refused without JavaScript, as the address tells it; nothing else may be said by an address. */
export function readProblem({ problem }: RawQuery): CalcProblem | undefined {
  return problems.find((known) => known === problem);
}
