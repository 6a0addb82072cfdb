/** After so many tries a letter waits for somebody to send it by hand. */
export const maxTries = 10;

const pauses = [30, 120, 600, 3600, 21_600] as const;

/** Seconds to wait after the given number of failed tries: half a minute at first, six hours at last. */
export function pauseAfter(tries: number): number {
  return pauses[Math.min(tries, pauses.length) - 1] ?? pauses[0];
}
