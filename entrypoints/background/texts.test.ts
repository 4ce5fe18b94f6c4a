import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '../../lib/reminders/texts.ts';
import { reminderTexts } from './texts.ts';

const zone = 'UTC';
const minute = 60_000;
const four = Date.UTC(2026, 5, 10, 16);

const point: ReminderFacts = {
  stage: 'lead',
  callAnyway: false,
  kind: 'promised',
  name: 'Dana Lee',
  number: '(415) 555-0132',
  reason: 'Boiler leaks',
  window: { from: four, until: four },
  lateFrom: four + minute,
};
const hidden: ReminderFacts = { ...point, name: null, number: null, reason: null };

describe('the words of a reminder', () => {
  it.each<[string, ReminderFacts, number]>([
    ['Call Dana Lee in 10 min', point, four - 10 * minute],
    ['Call Dana Lee now', point, four - 20_000],
    ['Call Dana Lee now', { ...point, stage: 'opening' }, four],
    ['Overdue: Dana Lee', { ...point, stage: 'overdue' }, four + 90 * minute],
    ['Missed call: Dana Lee', { ...point, stage: 'at once', kind: 'missed call' }, four],
    ['Call dropped: (415) 555-0132', { ...point, name: null, stage: 'at once', kind: 'disconnected' }, four],
    ['Call a caller in 10 min', hidden, four - 10 * minute],
  ])('%s', (title, facts, now) => {
    expect(reminderTexts.reminder(facts, now, zone).title).toBe(title);
  });

  it('say when, which number and what about', () => {
    const early = reminderTexts.reminder(point, four - 10 * minute, zone).message;
    expect(early).toMatch(/^today, 4:00\sPM · \(415\) 555-0132 · Boiler leaks$/);
    const late = reminderTexts.reminder({ ...point, stage: 'overdue' }, four + 90 * minute, zone).message;
    expect(late).toBe('1 h 30 min late · (415) 555-0132 · Boiler leaks');
  });

  it('say no more than the time where names are hidden', () => {
    expect(reminderTexts.reminder(hidden, four - 10 * minute, zone).message).toMatch(/^today, 4:00\sPM$/);
  });
});

describe('the words of a digest', () => {
  it('say how many, how late and who', () => {
    const facts = { count: 5, overdue: 2, longestLate: 125 * minute, names: ['Dana Lee', 'Sam Roe'] };
    expect(reminderTexts.digest(facts)).toEqual({
      title: '5 callbacks need a call',
      message: '2 overdue, up to 2 h 5 min late. Dana Lee, Sam Roe and 3 more',
    });
  });

  it('are right for a single one, and without names', () => {
    expect(reminderTexts.digest({ count: 1, overdue: 0, longestLate: 0, names: [] })).toEqual({
      title: '1 callback needs a call',
      message: 'None is late yet.',
    });
  });
});

describe('the words of badge and review', () => {
  it.each([
    [{ open: 0, overdue: 0, today: 0 }, 'Ringback: no open callbacks'],
    [{ open: 1, overdue: 0, today: 1 }, 'Ringback: 1 open callback, 1 due today'],
    [{ open: 3, overdue: 1, today: 0 }, 'Ringback: 3 open callbacks, 1 overdue'],
  ])('%o is "%s"', (counts, words) => {
    expect(reminderTexts.badge(counts)).toBe(words);
  });

  it('name the day whose review was missed', () => {
    const now = Date.UTC(2026, 5, 11, 8);
    const title = (day: string) => reminderTexts.missedReview({ day, stillOpen: 2 }, now, zone).title;
    expect(title('2026-06-10')).toBe('Yesterday’s review was not done: 2 still open');
    expect(title('2026-06-08')).toBe('The review of Mon was not done: 2 still open');
    expect(reminderTexts.review(4).title).toBe('Review before you close: 4 open');
  });
});
