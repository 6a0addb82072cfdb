/** Whether a text from outside is a day of the calendar, as `2026-11-22`, that a database and people can mean. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/**
 * SQL of the moment when a day begins on the wall clock of a zone, so many days later: the end of a day is where the
 * next one begins, be it of 23, 24 or 25 hours. Both are placeholders of parameters.
 */
export function midnightSql(day: string, zone: string, daysLater: 0 | 1): string {
  return `((${day}::date + ${daysLater})::timestamp AT TIME ZONE ${zone})`;
}
