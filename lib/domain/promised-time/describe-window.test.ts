import { describe, expect, test } from 'vitest';
import { describeWindow } from './describe-window.ts';
import { contextAt, MOMENTS } from './phrase-table.ts';
import { readPromisedTime } from './read-promised-time.ts';

function described(phrase: string, locale: string) {
  const context = contextAt(MOMENTS.wednesday);
  const reading = readPromisedTime(phrase, context);
  if (reading.kind !== 'understood') throw new Error(`${phrase} is not certain`);
  return describeWindow(reading.window, { now: context.now, locale });
}

describe('a window in parts', () => {
  test('a point in time', () => {
    expect(described('4pm', 'en-GB')).toEqual({
      shape: 'at',
      at: { day: { distance: 'today', text: 'today' }, time: '16:00' },
    });
  });

  test('a deadline, in the words of the locale', () => {
    expect(described('tomorrow before 10', 'de')).toEqual({
      shape: 'before',
      until: { day: { distance: 'tomorrow', text: 'morgen' }, time: '10:00' },
    });
  });

  test('a stretch of one day', () => {
    expect(described('friday 2-4', 'en-GB')).toEqual({
      shape: 'between',
      from: { day: { distance: 'weekday', text: 'Friday' }, time: '14:00' },
      until: { day: { distance: 'weekday', text: 'Friday' }, time: '16:00' },
      sameDay: true,
      times: '14:00–16:00',
    });
  });

  test('a later date, and one of another year', () => {
    expect(described('3 April at noon', 'en-GB')).toMatchObject({
      at: { day: { distance: 'date', text: expect.stringContaining('3 Apr') }, time: '12:00' },
    });
    expect(described('4 January 2027 at noon', 'en-GB')).toMatchObject({
      at: { day: { distance: 'date', text: expect.stringContaining('4 Jan 2027') } },
    });
  });

  test('over midnight, open at the end, and nothing promised', () => {
    const { now } = contextAt(MOMENTS.wednesday);
    const at = (text: string) => Date.parse(text);
    const given = { now, locale: 'en-GB' };
    expect(
      describeWindow({ from: at('2026-03-11T22:00Z'), until: at('2026-03-12T02:00Z') }, given),
    ).toMatchObject({ shape: 'between', sameDay: false, until: { day: { distance: 'tomorrow' } } });
    expect(describeWindow({ from: at('2026-03-10T15:00Z'), until: null }, given)).toEqual({
      shape: 'after',
      from: { day: { distance: 'yesterday', text: 'yesterday' }, time: '15:00' },
    });
    expect(describeWindow({ from: null, until: null }, given)).toEqual({ shape: 'none' });
  });
});
