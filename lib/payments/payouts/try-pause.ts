/** Seconds until a system is asked for the first time, and the longest pause. */
const firstSeconds = 10;
const longestSeconds = 1_800;

/** Growing pauses between questions: 10 s, 20 s, 40 s … half an hour. `asked`: how often it was asked already. */
export function nextTry(at: Date, asked: number): Date {
  const seconds = Math.min(longestSeconds, firstSeconds * 2 ** Math.min(asked, 20));
  return new Date(at.getTime() + seconds * 1_000);
}
