let offsetMs = 0;

/** The present moment. The only clock of the house, so that tests can move it. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** A moment after another one. */
export function addMinutes(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** For tests: from now on the clock is ahead by so many milliseconds. */
export function shiftClock(milliseconds: number): void {
  offsetMs = milliseconds;
}
