import { describe, expect, test } from 'vitest';
import { at, dayRules, wall } from '../../tests/support/unit/entries.ts';
import {
  addBusinessMinutes,
  isWorkingDay,
  openingHours,
  type WorkingHours,
  WorkingHoursSchema,
  workingDayFrom,
} from './working-hours.ts';

const hours = dayRules().workingHours;
const date = (text: string) => Temporal.PlainDate.from(text);

describe('five business minutes', () => {
  test.each<[string, string, string, Partial<WorkingHours>]>([
    ['in working hours', '2026-03-11T14:30', '2026-03-11 14:35', {}],
    ['ending exactly at closing time', '2026-03-11T17:55', '2026-03-11 18:00', {}],
    ['over closing time', '2026-03-11T17:58', '2026-03-12 09:03', {}],
    ['at closing time', '2026-03-11T18:00', '2026-03-12 09:05', {}],
    ['before opening', '2026-03-11T03:00', '2026-03-11 09:05', {}],
    ['a second before midnight', '2026-03-11T23:59:59', '2026-03-12 09:05', {}],
    ['over the weekend', '2026-03-13T17:58', '2026-03-16 09:03', {}],
    ['on a Sunday', '2026-03-15T12:00', '2026-03-16 09:05', {}],
    ['on a holiday', '2026-03-11T10:00', '2026-03-12 09:05', { holidays: ['2026-03-11'] }],
    ['over a holiday before a weekend', '2026-03-12T17:58', '2026-03-16 09:03', { holidays: ['2026-03-13'] }],
    ['over a leap day off', '2028-02-28T18:00', '2028-03-01 09:05', { holidays: ['2028-02-29'] }],
    ['on a leap day', '2028-02-28T18:00', '2028-02-29 09:05', {}],
    ['over the turn of the year', '2026-12-31T18:00', '2027-01-01 09:05', {}],
    ['where the week is Sunday alone', '2026-03-11T10:00', '2026-03-15 09:05', { days: [7] }],
    ['over days shorter than they are', '2026-03-11T09:00', '2026-03-13 09:01', { endsAt: '09:02' }],
    ['where no day is a working day: plain minutes', '2026-03-11T10:00', '2026-03-11 10:05', { days: [] }],
    ['where the day never opens: plain minutes', '2026-03-11T10:00', '2026-03-11 10:05', { endsAt: '09:00' }],
  ])('%s', (_, start, due, changes) => {
    const zone = 'Europe/Berlin';
    expect(wall(addBusinessMinutes(at(start), 5, { ...hours, ...changes }, zone))).toBe(due);
  });

  test.each([
    ['spring, Berlin', 'Europe/Berlin', '2026-03-27T17:58', '2026-03-30 09:03', 62.0833],
    ['autumn, Berlin', 'Europe/Berlin', '2026-10-23T17:58', '2026-10-26 09:03', 64.0833],
    ['spring, New York', 'America/New_York', '2026-03-06T17:58', '2026-03-09 09:03', 62.0833],
    ['autumn, New York', 'America/New_York', '2026-10-30T17:58', '2026-11-02 09:03', 64.0833],
  ])('over a change of clocks: %s', (_, zone, start, due, elapsedHours) => {
    const end = addBusinessMinutes(at(start, zone), 5, hours, zone);
    expect(wall(end, zone)).toBe(due);
    expect((end - at(start, zone)) / 3_600_000).toBeCloseTo(elapsedHours, 3);
  });

  test.each([
    ['the hour that is not there', '2026-03-29T01:50', 20, '2026-03-29 03:10'],
    ['the hour that comes twice', '2026-10-25T01:50', 20, '2026-10-25 02:10'],
    ['all of it', '2026-10-25T01:50', 80, '2026-10-25 02:10'],
  ])('a desk that is open all night: %s', (_, start, minutes, due) => {
    const allDay = { ...hours, days: [1, 2, 3, 4, 5, 6, 7], startsAt: '00:00', endsAt: '23:59' };
    const end = addBusinessMinutes(at(start), minutes, allDay, 'Europe/Berlin');
    expect(wall(end)).toBe(due);
    expect(end - at(start)).toBe(minutes * 60_000);
  });

  test('the zone decides what is closing time', () => {
    const missed = at('2026-03-11T17:58', 'Europe/Berlin');
    expect(wall(addBusinessMinutes(missed, 5, hours, 'Europe/London'), 'Europe/London')).toBe(
      '2026-03-11 17:03',
    );
    expect(wall(addBusinessMinutes(missed, 5, hours, 'Asia/Tokyo'), 'Asia/Tokyo')).toBe('2026-03-12 09:05');
  });

  test('no minutes are over at once, a week of them in working time only', () => {
    expect(addBusinessMinutes(at('2026-03-11T10:00'), 0, hours, 'Europe/Berlin')).toBe(
      at('2026-03-11T10:00'),
    );
    const week = addBusinessMinutes(at('2026-03-11T10:00'), 5 * 9 * 60, hours, 'Europe/Berlin');
    expect(wall(week)).toBe('2026-03-18 10:00');
  });
});

describe('working days', () => {
  test.each([
    ['2026-03-11', true],
    ['2026-03-14', false],
    ['2026-03-15', false],
    ['2026-03-16', true],
  ])('%s: %s', (day, works) => {
    expect(isWorkingDay(date(day), hours)).toBe(works);
    expect(isWorkingDay(date(day), { ...hours, holidays: [day] })).toBe(false);
  });

  test.each<[string, string, Partial<WorkingHours>]>([
    ['2026-03-11', '2026-03-11', {}],
    ['2026-03-14', '2026-03-16', {}],
    ['2026-03-14', '2026-03-17', { holidays: ['2026-03-16'] }],
    ['2026-03-14', '2026-03-14', { days: [] }],
  ])('the first one from %s is %s', (from, first, changes) => {
    expect(workingDayFrom(date(from), { ...hours, ...changes }).toString()).toBe(first);
  });

  test('a day of opening hours is an hour shorter or longer when the clocks change in it', () => {
    const early = { ...hours, startsAt: '01:00', endsAt: '09:00' };
    const length = (day: string) => {
      const { opens, closes } = openingHours(date(day), early, 'Europe/Berlin');
      return (closes - opens) / 3_600_000;
    };
    expect([length('2026-03-11'), length('2026-03-29'), length('2026-10-25')]).toEqual([8, 7, 9]);
  });
});

test.each<[string, Record<string, unknown>, boolean]>([
  ['as it stands', {}, true],
  ['no holidays given', { holidays: undefined }, true],
  ['a holiday that is no date', { holidays: ['2026-02-30'] }, false],
  ['an eighth day', { days: [8] }, false],
  ['a time without its zero', { startsAt: '9:00' }, false],
  ['24:00', { endsAt: '24:00' }, false],
  ['minutes over 59', { endsAt: '18:60' }, false],
])('settings of the working day, %s: %s', (_, changes, taken) => {
  expect(WorkingHoursSchema.safeParse({ ...hours, ...changes }).success).toBe(taken);
});

test('at the end of all dates, which a file may claim, plain minutes are counted', () => {
  const end = 8.64e15;
  expect(addBusinessMinutes(end - 600_000, 5, dayRules().workingHours, 'Europe/Berlin')).toBe(end - 300_000);
  expect(addBusinessMinutes(end, 5, dayRules().workingHours, 'Europe/Berlin')).toBe(end);
});
