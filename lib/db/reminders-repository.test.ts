import { describe, expect, test } from 'vitest';
import { aDatabase } from '../../tests/support/unit/database.ts';
import { aClosedDay } from '../../tests/support/unit/entries.ts';

describe('announcements', () => {
  const said = (key: string, callbackId: string) => ({ key, callbackId, at: 1 });

  test('are found by their callbacks and forgotten with them', async () => {
    const { reminders } = aDatabase();
    await reminders.recordAnnouncements([
      said('1|a', '1'),
      said('1|b', '1'),
      said('2|a', '2'),
      said('3|a', '3'),
    ]);
    expect((await reminders.announced(['1', '3', '9'])).map(({ key }) => key).sort()).toEqual([
      '1|a',
      '1|b',
      '3|a',
    ]);
    await reminders.forgetAnnouncements(['1']);
    expect((await reminders.announced(['1', '2', '3'])).map(({ key }) => key).sort()).toEqual(['2|a', '3|a']);
    expect(await reminders.announced([])).toEqual([]);
  });

  test('said twice are kept once', async () => {
    const { reminders } = aDatabase();
    await reminders.recordAnnouncements([said('1|a', '1')]);
    await reminders.recordAnnouncements([{ ...said('1|a', '1'), at: 2 }]);
    expect(await reminders.announced(['1'])).toEqual([{ ...said('1|a', '1'), at: 2 }]);
  });
});

test('a snooze is moved by the next one and ends when told', async () => {
  const { reminders } = aDatabase();
  await reminders.snooze('1', 10);
  await reminders.snooze('1', 20);
  await reminders.snooze('2', 30);
  expect(await reminders.snoozes()).toEqual([
    { callbackId: '1', until: 20 },
    { callbackId: '2', until: 30 },
  ]);
  await reminders.endSnoozes(['1', '9']);
  expect(await reminders.snoozes()).toEqual([{ callbackId: '2', until: 30 }]);
});

describe('closed days', () => {
  const day = (date: string, closedAt = 1) => aClosedDay({ day: date, closedAt });

  test('the last one is the latest date, whenever it was written', async () => {
    const { reminders } = aDatabase();
    expect(await reminders.lastClosedDay()).toBeNull();
    await reminders.closeDay(day('2026-03-11'));
    await reminders.closeDay(day('2026-03-09', 99));
    expect(await reminders.lastClosedDay()).toEqual({ day: '2026-03-11' });
    expect(await reminders.closedDay('2026-03-09')).toEqual(day('2026-03-09', 99));
    expect(await reminders.closedDay('2026-03-10')).toBeNull();
  });

  test('are read later with the latest first, no more than asked for', async () => {
    const { reminders } = aDatabase();
    for (const date of ['2026-03-09', '2026-03-11', '2026-03-10']) await reminders.closeDay(day(date));
    expect((await reminders.closedDays(2)).map((record) => record.day)).toEqual(['2026-03-11', '2026-03-10']);
  });

  test('a day closed again keeps the later record', async () => {
    const { reminders } = aDatabase();
    await reminders.closeDay(day('2026-03-11', 1));
    await reminders.closeDay(day('2026-03-11', 2));
    expect(await reminders.closedDay('2026-03-11')).toMatchObject({ closedAt: 2 });
  });
});

test('the offer of a review is of its day alone', async () => {
  const { reminders } = aDatabase();
  await reminders.recordReviewOffer({ day: '2026-03-11', at: 5 });
  expect(await reminders.reviewOffer('2026-03-11')).toEqual({ day: '2026-03-11', at: 5 });
  expect(await reminders.reviewOffer('2026-03-12')).toBeNull();
});
