import { describe, expect, test } from 'vitest';
import { contextAt, MOMENTS, sayWindow } from './phrase-table.ts';
import { promisedTimeChips } from './promised-time-chips.ts';

function chipsAt(local: string, more = {}) {
  const context = contextAt(local, 'GB', more);
  return promisedTimeChips(context).map(({ id, window }) => `${id} ${sayWindow(window, context)}`);
}

describe('promises worth one click', () => {
  test('in the morning', () => {
    expect(chipsAt(MOMENTS.monday)).toEqual([
      'in-30-min Mon 09:35',
      'in-1-hour Mon 10:05',
      'before-noon until Mon 12:00',
      'this-afternoon Mon 12:00-18:00',
      'tomorrow-morning Tue 09:00-12:00',
    ]);
  });

  test('in the afternoon', () => {
    expect(chipsAt(MOMENTS.wednesday)).toEqual([
      'in-30-min Wed 15:00',
      'in-1-hour Wed 15:30',
      'end-of-day until Wed 18:00',
      'tomorrow-morning Thu 09:00-12:00',
    ]);
  });

  test('when neither half an hour nor tomorrow is a working time', () => {
    expect(chipsAt(MOMENTS.friday)).toEqual([
      'end-of-day until Fri 18:00',
      'next-workday-morning Mon 09:00-12:00',
      'next-workday-afternoon Mon 12:00-18:00',
      'next-workday-end-of-day until Mon 18:00',
    ]);
  });

  test('after hours, for those who still work', () => {
    expect(chipsAt('2026-03-11T19:00')).toEqual([
      'in-30-min Wed 19:30',
      'in-1-hour Wed 20:00',
      'tomorrow-morning Thu 09:00-12:00',
      'tomorrow-afternoon Thu 12:00-18:00',
    ]);
  });

  test('four or five at any minute of a week, none of them over', () => {
    for (let minutes = 0; minutes < 7 * 1440; minutes += 7) {
      const context = contextAt('2026-03-09T00:00');
      const now = context.now.add({ minutes });
      const chips = promisedTimeChips({ ...context, now });
      expect([4, 5]).toContain(chips.length);
      expect(new Set(chips.map(({ id }) => id)).size).toBe(chips.length);
      for (const { window } of chips) expect(window.until).toBeGreaterThan(now.epochMilliseconds);
    }
  });
});
