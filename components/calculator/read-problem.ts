import type { RawQuery } from './read-input';

/** Why "Continue" was refused without JavaScript, as the address tells it; nothing else may be said by an address. */
export function readProblem({ problem }: RawQuery): string | undefined {
  return problem === 'too_many_requests' || problem === 'unexpected' ? problem : undefined;
}
