import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { aClosedDay } from '../../tests/support/unit/entries.ts';
import { at, callback, createWorld, minute } from './fake-world.ts';
import { missedReview, nextReviewAt } from './review-times.ts';

/** A Wednesday; the review is at 17:30. */
const wednesday = '2026-06-10';
const review = at(`${wednesday}T17:30`);
const officeDays = [1, 2, 3, 4, 5];

function deskWorld(start: number) {
  const world = createWorld(start);
  const { workingHours } = world.settings;
  world.settings = { ...world.settings, workingHours: { ...workingHours, days: officeDays } };
  return world;
}

describe('the review of the day', () => {
  it('comes at its time, once', async () => {
    const world = deskWorld(review - 60 * minute);
    await world.add(callback());
    await world.runTo(review - 1);
    expect(world.reviewWindows).toBe(0);
    await world.runTo(review + 120 * minute);
    await world.openAgain(review + 130 * minute);
    expect(world.titles()).toEqual(['review: 1 open']);
    expect(world.reviewWindows).toBe(1);
  });

  it('does not come when nothing is open, nor for what comes in after', async () => {
    const world = deskWorld(review - minute);
    await world.reconcile();
    await world.runTo(review + minute);
    await world.add(callback({ createdAt: review + minute }));
    expect(world.titles()).toEqual([]);
    expect(world.reviewWindows).toBe(0);
  });

  it('does not come on days off', async () => {
    const world = deskWorld(at('2026-06-13T10:00'));
    await world.add(callback());
    await world.runTo(at('2026-06-14T23:00'));
    expect(world.reviewWindows).toBe(0);
  });

  it('does not come for a day that was closed already', async () => {
    const world = deskWorld(review - minute);
    await world.add(callback());
    const closed = aClosedDay({ day: wednesday, closedAt: world.now, leftOpen: 1 });
    await world.database.reminders.closeDay(closed);
    await world.runTo(review + minute);
    expect(world.reviewWindows).toBe(0);
  });

  it('comes at a review time moved further on, too', async () => {
    const world = deskWorld(review - minute);
    await world.add(callback());
    await world.runTo(review + minute);
    world.settings = { ...world.settings, reviewAt: '18:00' };
    await world.reconcile();
    await world.runTo(review + 40 * minute);
    expect(world.reviewWindows).toBe(2);
  });

  it('waits while the agent types, and comes a minute after', async () => {
    const world = deskWorld(review - minute);
    await world.add(callback());
    world.now = review - 1000;
    await world.busy.noteTyping();
    await world.runTo(review);
    expect(world.reviewWindows).toBe(0);
    await world.runTo(review + minute);
    expect(world.reviewWindows).toBe(1);
  });

  it('waits until a call is over', async () => {
    const world = deskWorld(review - minute);
    await world.add(callback());
    await world.busy.markCall(true);
    await world.runTo(review + 20 * minute);
    expect(world.reviewWindows).toBe(0);
    await world.busy.markCall(false);
    await world.runTo(review + 22 * minute);
    expect(world.reviewWindows).toBe(1);
  });

  it('comes although the notification is refused', async () => {
    const world = deskWorld(review - minute);
    await world.add(callback());
    world.refuses = true;
    await world.runTo(review);
    expect(world.reviewWindows).toBe(1);
  });
});

describe('a review that was missed', () => {
  it('is said at the next start, once', async () => {
    const world = deskWorld(review - 60 * minute);
    await world.add(callback());
    await world.openAgain(at('2026-06-11T08:30'));
    await world.openAgain(at('2026-06-11T08:40'));
    expect(world.titles()).toEqual([`missed ${wednesday}: 1 open`]);
  });

  it('is the last working day, not the weekend', async () => {
    const world = deskWorld(at('2026-06-12T12:00'));
    await world.add(callback({ createdAt: world.now }));
    await world.openAgain(at('2026-06-15T08:30'));
    expect(world.titles()).toEqual(['missed 2026-06-12: 1 open']);
  });

  it.each<[string, (world: ReturnType<typeof deskWorld>) => Promise<void>]>([
    ['it came', async (world) => world.runTo(review)],
    [
      'the day was closed without it',
      async ({ database }) => database.reminders.closeDay(aClosedDay({ day: wednesday, closedAt: 0 })),
    ],
  ])('is none where %s', async (_why, happens) => {
    const world = deskWorld(review - 60 * minute);
    await world.add(callback());
    await happens(world);
    await world.openAgain(at('2026-06-11T08:30'));
    expect(world.titles().filter((title) => title.startsWith('missed'))).toEqual([]);
  });

  it('is none for a list begun today', async () => {
    const world = deskWorld(at('2026-06-11T09:00'));
    await world.add(callback({ createdAt: world.now }));
    expect(world.titles()).toEqual([]);
  });

  it('is shown in the pop-up until the day is closed', async () => {
    const world = deskWorld(at('2026-06-11T09:00'));
    const open = [callback({ createdAt: review - 60 * minute })];
    const { database, settings, zone, now } = world;
    const ask = () => missedReview({ records: database.reminders, settings, open, zone, now });
    expect(await ask()).toEqual({ day: wednesday, stillOpen: 1 });
    const today = aClosedDay({ day: '2026-06-11', closedAt: now, leftOpen: 1 });
    await database.reminders.closeDay(today);
    expect(await ask()).toBeNull();
  });
});

describe('the next review', () => {
  const settings = {
    reviewAt: '17:30',
    workingHours: { days: officeDays, startsAt: '09:00', endsAt: '18:00', holidays: ['2026-06-11'] },
  };
  it.each([
    ['today', '2026-06-10T09:00', '2026-06-10T17:30'],
    ['over a holiday', '2026-06-10T17:30', '2026-06-12T17:30'],
    ['over a weekend', '2026-06-12T18:00', '2026-06-15T17:30'],
  ])('is %s', (_what, now, expected) => {
    expect(nextReviewAt(settings, 'Europe/London', at(now))).toBe(at(expected));
  });

  it('is none without working days', () => {
    const none = { ...settings, workingHours: { ...settings.workingHours, days: [] } };
    expect(nextReviewAt(none, 'Europe/London', review)).toBeNull();
  });
});
