/** An hour from now on the office's wall clock, at a full quarter, as a `datetime-local` field takes it. */
export function soonLocal(timeZone: string, from: Date): string {
  const quarter = 15 * 60_000;
  const soon = new Date(Math.ceil((from.getTime() + 60 * 60_000) / quarter) * quarter);
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(soon);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
