import type { Locale } from '@/lib/i18n/locales';
import type { OfficeSettings } from '@/lib/settings';

type Words = (key: 'always' | 'daily' | 'days', values?: Record<string, string>) => string;

type Hours = Pick<OfficeSettings, 'opensAtMinute' | 'closesAtMinute' | 'workDays' | 'timeZone'>;

/** Working hours in words: "Mon–Fri, 09:00–21:00 (Europe/Moscow)". `t` is of `shell.hours`. */
export function officeHours(office: Hours, locale: Locale, t: Words): string {
  const { opensAtMinute, closesAtMinute, workDays, timeZone } = office;
  const always = opensAtMinute === closesAtMinute || closesAtMinute - opensAtMinute >= 1440;
  const zone = timeZone.replaceAll('_', ' ');
  const time = always ? t('always') : `${clock(opensAtMinute)}–${clock(closesAtMinute)} (${zone})`;
  if (workDays.length === 7) return always ? time : t('daily', { time });
  return t('days', { days: dayRange(workDays, locale), time });
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Days in a row as a range, others one by one. */
function dayRange(workDays: number[], locale: Locale): string {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const name = (day: number) => names.format(new Date(Date.UTC(2024, 0, day)));
  const days = [...new Set(workDays)].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  const inARow = days.length > 2 && last - first === days.length - 1;
  return inARow ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
}
