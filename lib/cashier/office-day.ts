import { zonedTime } from '@/lib/exchange/zoned-time';
import { isDay } from '@/lib/wallet/office-day';

/** A day of the office: `2026-11-22`, from its first moment to that of the next. May have 23 or 25 hours. */
export type OfficeDay = { day: string; from: Date; to: Date };

/** The day that the moment falls in, on the clock of the office's zone. */
export function officeDayOf(moment: Date, timeZone: string): OfficeDay {
  return dayNamed(dateText(moment, timeZone), timeZone);
}

/** The day of that name, or null where there is no such date in this century or the next. */
export function readOfficeDay(text: string, timeZone: string): OfficeDay | null {
  return text.startsWith('2') && isDay(text) ? dayNamed(text, timeZone) : null;
}

/** The day before. */
export function dayBefore({ day }: OfficeDay, timeZone: string): OfficeDay {
  return dayNamed(shifted(day, -1), timeZone);
}

function dayNamed(day: string, timeZone: string): OfficeDay {
  return { day, from: midnight(day, timeZone), to: midnight(shifted(day, 1), timeZone) };
}

function midnight(day: string, timeZone: string): Date {
  const moment = zonedTime(`${day}T00:00`, timeZone);
  if (!moment) throw new Error(`${day} is no date`);
  return moment;
}

function shifted(day: string, days: number): string {
  const noon = Date.parse(`${day}T12:00:00Z`) + days * 86_400_000;
  return new Date(noon).toISOString().slice(0, 10);
}

function dateText(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
