import { describe, expect, it } from 'vitest';
import { dayBefore, officeDayOf, readOfficeDay } from '@/lib/cashier/office-day';

const hours = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / 3_600_000;

describe("the office's day", () => {
  it('begins at midnight of its zone', () => {
    const day = officeDayOf(new Date('2026-11-21T21:30:00Z'), 'Europe/Moscow');
    expect(day).toEqual({
      day: '2026-11-22',
      from: new Date('2026-11-21T21:00:00Z'),
      to: new Date('2026-11-22T21:00:00Z'),
    });
  });

  it('has 23 hours where the clock is put forward, and 25 where it is put back', () => {
    expect(hours(officeDayOf(new Date('2026-03-29T12:00:00Z'), 'Europe/Berlin'))).toBe(23);
    expect(hours(officeDayOf(new Date('2026-10-25T12:00:00Z'), 'Europe/Berlin'))).toBe(25);
  });

  it('leaves no moment between two days, and counts none twice', () => {
    for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Apia']) {
      for (let at = Date.parse('2026-03-01T00:30:00Z'); at < Date.parse('2026-12-01Z'); at += 86_400_000) {
        const day = officeDayOf(new Date(at), zone);
        expect(day.from.getTime()).toBeLessThanOrEqual(at);
        expect(day.to.getTime()).toBeGreaterThan(at);
        expect(dayBefore(day, zone).to).toEqual(day.from);
      }
    }
  });

  it('begins with its first moment where midnight itself is skipped', () => {
    const day = officeDayOf(new Date('2026-04-24T12:00:00Z'), 'Africa/Cairo');
    expect(hours(day)).toBe(23);
    expect(officeDayOf(day.from, 'Africa/Cairo').day).toBe('2026-04-24');
  });

  it.each([
    '0000-01-01',
    '1999-12-31',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01',
    'today',
    '',
    '2026-11-22T00:00',
  ])('"%s" is no day', (text) => {
    expect(readOfficeDay(text, 'Europe/Moscow')).toBeNull();
  });
});
