import { shiftClock } from '@/lib/clock';

/** Things that happened in the past, done now in their order and by their clock. */
export type Timeline = {
  add(at: number, run: () => Promise<unknown>): void;
  /** Does everything, also what is added on the way; then the clock is right again. */
  live(): Promise<void>;
};

/** The present, whatever moment is being lived through. */
export function atMoment(): number {
  return Date.now();
}

/** `afterEach` runs at the moment of each thing done: it sends the letters that it caused. */
export function makeTimeline(afterEach: () => Promise<void>): Timeline {
  const waiting: { at: number; run: () => Promise<unknown> }[] = [];
  return {
    add: (at, run) => {
      // Kept sorted, latest first, so that the next one is at the end.
      const index = waiting.findIndex((other) => other.at <= at);
      waiting.splice(index === -1 ? waiting.length : index, 0, { at, run });
    },
    async live() {
      try {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          shiftClock(next.at - Date.now());
          await next.run();
          await afterEach();
        }
      } finally {
        shiftClock(0);
      }
    },
  };
}
