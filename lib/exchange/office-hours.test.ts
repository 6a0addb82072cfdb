import { describe, expect, it } from 'vitest';
import { isOfficeAtWork, type OfficeHours } from './office-hours';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (opens: number, closes: number, rest: Partial<OfficeHours> = {}): OfficeHours => ({
  timeZone: 'Europe/Berlin',
  opensAtMinute: opens * 60,
  closesAtMinute: closes * 60,
  workDays: everyDay,
  ...rest,
});
const at = (iso: string) => new Date(iso);

/** Minutes of a span of UTC in which the office works. */
function minutesAtWork(office: OfficeHours, from: string, until: string): number {
  let minutes = 0;
  for (let time = Date.parse(from); time < Date.parse(until); time += 60_000) {
    if (isOfficeAtWork(office, new Date(time))) minutes += 1;
  }
  return minutes;
}

describe('office hours', () => {
  it('include the opening minute and not the closing one', () => {
    const office = hours(9, 18, { timeZone: 'Europe/Moscow' });
    expect(isOfficeAtWork(office, at('2026-03-02T05:59:59Z'))).toBe(false);
    expect(isOfficeAtWork(office, at('2026-03-02T06:00:00Z'))).toBe(true);
    expect(isOfficeAtWork(office, at('2026-03-02T14:59:59Z'))).toBe(true);
    expect(isOfficeAtWork(office, at('2026-03-02T15:00:00Z'))).toBe(false);
  });

  it('with equal ends last the whole working day', () => {
    for (const office of [hours(0, 24), hours(0, 0), hours(9, 9)]) {
      expect(minutesAtWork(office, '2026-05-04T00:00Z', '2026-05-05T00:00Z')).toBe(1440);
    }
    const weekend = hours(0, 24, { timeZone: 'UTC', workDays: [1, 2, 3, 4, 5] });
    expect(isOfficeAtWork(weekend, at('2026-05-09T12:00Z'))).toBe(false);
    expect(isOfficeAtWork(weekend, at('2026-05-11T00:00Z'))).toBe(true);
  });

  it('past midnight belong to the day on which they began', () => {
    const night = hours(22, 6, { timeZone: 'UTC', workDays: [5] });
    expect(isOfficeAtWork(night, at('2026-05-08T23:00Z'))).toBe(true);
    expect(isOfficeAtWork(night, at('2026-05-09T05:59Z'))).toBe(true);
    expect(isOfficeAtWork(night, at('2026-05-09T06:00Z'))).toBe(false);
    expect(isOfficeAtWork(night, at('2026-05-08T05:00Z'))).toBe(false);
    expect(isOfficeAtWork(night, at('2026-05-09T22:30Z'))).toBe(false);
  });

  it('lose the hour that a day of 23 hours lacks and repeat the one of a day of 25', () => {
    const night = hours(1, 5);
    expect(minutesAtWork(night, '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(180);
    expect(minutesAtWork(night, '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(300);
    expect(minutesAtWork(hours(9, 18), '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(540);
    expect(minutesAtWork(hours(9, 18), '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(540);
  });
});
