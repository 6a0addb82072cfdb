import type { OfficeSettings } from '@/lib/settings';

export type OfficeHours = Pick<OfficeSettings, 'timeZone' | 'opensAtMinute' | 'closesAtMinute' | 'workDays'>;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether somebody works at that moment, by the clock on the office's wall: so a day of 23 or 25 hours opens and closes
 * when its clock says. A shift past midnight belongs to the day on which it began.
 */
export function isOfficeAtWork(hours: OfficeHours, moment: Date): boolean {
  const { opensAtMinute: opens, closesAtMinute: closes } = hours;
  const { weekday, minute } = wallClock(hours.timeZone, moment);
  const worksToday = hours.workDays.includes(weekday);
  if (opens % 1440 === closes % 1440) return worksToday;
  if (opens < closes) return worksToday && minute >= opens && minute < closes;
  const workedYesterday = hours.workDays.includes(weekday === 1 ? 7 : weekday - 1);
  return (worksToday && minute >= opens) || (workedYesterday && minute < closes);
}

/** Day of week (Monday is 1) and minutes since midnight as the wall clock shows them. */
function wallClock(timeZone: string, moment: Date): { weekday: number; minute: number } {
  const parts = clockOf(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  return {
    weekday: weekdays.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** Making a formatter costs more than using one. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}
