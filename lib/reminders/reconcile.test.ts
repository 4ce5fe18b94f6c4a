import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { aClosedDay, idAt } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { type BadgeCounts, badgeLook } from './badge.ts';
import { at, callback, createWorld, hour, minute, promised } from './fake-world.ts';
import { digestId } from './notification-ids.ts';

const two = at('2026-06-10T14:00');
const four = at('2026-06-10T16:00');
const atFour = (change: Partial<Callback> = {}) => callback({ promise: promised(four, four), ...change });

describe('a day at the desk', () => {
  it('brings every stage once, by its alarm', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    await world.runTo(four + hour);
    expect(world.titles()).toEqual(['lead: Dana Lee', 'opening: Dana Lee', 'overdue: Dana Lee']);
    expect(world.badge).toEqual({ open: 1, overdue: 1, today: 0 });
  });

  it('is right in the badge at every step', async () => {
    const world = createWorld(two);
    await world.reconcile();
    expect(world.badge).toEqual({ open: 0, overdue: 0, today: 0 });
    const entry = atFour();
    await world.add(entry, callback());
    expect(world.badge).toEqual({ open: 2, overdue: 0, today: 1 });
    await world.database.callbacks.update(entry.id, (stored) => ({
      ...stored,
      status: 'completed',
      closedAt: world.now,
    }));
    await world.reconcile();
    expect(world.badge).toEqual({ open: 1, overdue: 0, today: 0 });
  });

  it.each([
    ['one of the first is late', 0, true],
    ['none of the first is late', 149, false],
  ])('knows the badge of a long list from its beginning where %s', async (_, late, isCertain) => {
    const world = createWorld(two);
    const times = Array.from({ length: 150 }, (_, place) => (place === late ? two - hour : four));
    await world.database.callbacks.add(
      times.map((until, place) => callback({ id: idAt(place + 1), promise: promised(until, until) })),
    );
    world.restart({
      openCallbacks: () => {
        // The face is there before the rest is read.
        expect(world.face !== null).toBe(isCertain);
        return world.database.openForReminders();
      },
    });
    await world.reconcile();
    expect(world.badge).toEqual({ open: 150, overdue: 1, today: 149 });
    if (world.face) expect(badgeLook(world.face)).toEqual(badgeLook(world.badge as BadgeCounts));
  });

  it.each([
    ['of usual length once', 99, 99],
    ['that is long twice as far as the badge counts, for its face', 150, 250],
  ])('reads a list %s', async (_, open, rows) => {
    const world = createWorld(two);
    await world.database.callbacks.add(Array.from({ length: open }, () => atFour()));
    let read = 0;
    const readAll = IDBIndex.prototype.getAll;
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...given) {
      const request = readAll.apply(this, given);
      request.addEventListener('success', () => {
        read += this.objectStore.name === 'callbacks' ? request.result.length : 0;
      });
      return request;
    });
    await world.reconcile();
    vi.restoreAllMocks();
    expect(read).toBe(rows);
  });

  it('turns amber at midnight for what is due on the new day', async () => {
    const world = createWorld(two);
    const tomorrow = at('2026-06-11T16:00');
    await world.add(callback({ promise: promised(tomorrow, tomorrow) }));
    expect(world.badge?.today).toBe(0);
    await world.runTo(at('2026-06-11T00:00'));
    expect(world.badge?.today).toBe(1);
  });

  it('reminds of what is mine and nobody’s in a team, and leaves a colleague’s to them', async () => {
    const me = '01890a5d-ac96-774b-bcce-b302099a8057';
    const world = createWorld(two);
    world.settings.memberId = me;
    const entry = atFour({ owner: { id: me, name: 'Chris' } });
    const theirs = atFour({ callerName: 'Robin Ash', owner: { id: `${me.slice(0, -1)}8`, name: 'Chris' } });
    await world.add(entry, theirs, atFour({ callerName: 'Nobody’s' }));
    await world.runTo(four + hour);
    expect(world.titles()).toHaveLength(6);
    expect(world.titles().join()).not.toContain('Robin Ash');
    expect(world.badge).toEqual({ open: 2, overdue: 2, today: 0 });
  });

  it('takes away the notification of an entry that is closed, and of a stage that is past', async () => {
    const world = createWorld(two);
    const entry = atFour();
    await world.add(entry);
    await world.runTo(four);
    expect([...world.shown].map((id) => id.split('|')[2])).toEqual(['opening']);
    await world.database.callbacks.update(entry.id, (stored) => ({
      ...stored,
      status: 'completed',
      closedAt: world.now,
    }));
    await world.reconcile();
    expect([...world.shown]).toEqual([]);
  });

  it('leaves names and numbers out where it is told to', async () => {
    const world = createWorld(two);
    world.settings = { ...world.settings, hideNamesInNotifications: true };
    await world.add(atFour());
    await world.runTo(four - 10 * minute);
    expect(world.told.map(({ title, message }) => [title, message])).toEqual([['lead: a caller', '']]);
  });

  it('tells 500 due in one minute as one', async () => {
    const world = createWorld(two);
    await world.add(...Array.from({ length: 500 }, (_, i) => atFour({ callerName: `Caller ${i}` })));
    await world.runTo(four - 10 * minute);
    expect(world.told).toHaveLength(1);
    expect(world.told[0]).toMatchObject({ id: digestId, title: '500 due, 0 overdue by up to 0 min' });
  });

  it('brings no storm of 500 due over one minute, from the lead to the end', async () => {
    const world = createWorld(two);
    world.soonestAlarm = 30_000;
    const spread = Array.from({ length: 500 }, (_, i) => four + i * 120);
    await world.add(...spread.map((due) => callback({ promise: promised(due, due) })));
    await world.runTo(four + hour);
    expect(world.titles()).toHaveLength(3);
    expect([...new Set(world.told.map(({ id }) => id))]).toEqual([digestId]);
    const ids = (await world.database.callbacks.open()).map(({ id }) => id);
    expect(await world.database.reminders.announced(ids)).toHaveLength(3 * 500);
    // A database in memory with 500 entries, looked at many times.
  }, 20_000);

  it('moves a reminder that was snoozed, never the promise', async () => {
    const world = createWorld(two);
    const entry = atFour();
    await world.add(entry);
    await world.runTo(four - 10 * minute);
    await world.database.reminders.snooze(entry.id, four - 3 * minute);
    await world.reconcile();
    await world.runTo(four + 5 * minute);
    expect(world.titles()).toEqual([
      'lead: Dana Lee',
      'lead: Dana Lee',
      'opening: Dana Lee',
      'overdue: Dana Lee',
    ]);
    expect((await world.database.callbacks.get(entry.id))?.promise).toEqual(entry.promise);
    expect(await world.database.reminders.snoozes()).toEqual([]);
  });

  it('follows a new lead time at once', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    world.settings = { ...world.settings, leadMinutes: 60 };
    await world.reconcile();
    expect(world.alarm).toBe(four - 60 * minute);
    world.settings = { ...world.settings, leadMinutes: 180 };
    await world.reconcile();
    expect(world.titles()).toEqual(['lead: Dana Lee']);
  });
});

describe('whatever happens to the browser', () => {
  it('says nothing again after a restart', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    await world.runTo(four - 9 * minute);
    await world.openAgain(four - 8 * minute);
    expect(world.titles()).toEqual(['lead: Dana Lee']);
  });

  it('tells what fell due while it was shut as one, with how late it is', async () => {
    const world = createWorld(two);
    await world.add(atFour(), callback({ callerName: 'Sam Roe', promise: promised(null, four - hour) }));
    await world.openAgain(four + hour);
    expect(world.told.map(({ title, message }) => [title, message])).toEqual([
      ['2 due, 2 overdue by up to 120 min', 'Sam Roe, Dana Lee'],
    ]);
  });

  it('sets its alarms anew when they were lost', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    world.alarm = null;
    world.sweeping = false;
    world.restart();
    await world.reconcile();
    expect(world.alarm).toBe(four - 10 * minute);
    expect(world.sweeping).toBe(true);
  });

  it('shows a reminder again under the same id when it stopped before recording it', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    const { reminders } = world.database;
    const stops = { ...reminders, recordAnnouncements: () => Promise.reject(new Error('killed')) };
    world.now = four - 10 * minute;
    world.restart({ log: stops });
    await expect(world.reconcile()).rejects.toThrow('killed');
    world.restart();
    await world.reconcile();
    await world.reconcile();
    expect(world.titles()).toEqual(['lead: Dana Lee', 'lead: Dana Lee']);
    expect(new Set(world.told.map(({ id }) => id)).size).toBe(1);
  });

  it('notifies once when asked twice at the same time', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    world.now = four - 10 * minute;
    await Promise.all([world.reconcile(), world.reconcile(), world.reconcile()]);
    expect(world.titles()).toEqual(['lead: Dana Lee']);
  });

  it('answers calls during a run by one more, which sees what they came for', async () => {
    const world = createWorld(two);
    let looks = 0;
    const started = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const { openForReminders: open } = world.database;
    const slowly = async () => {
      looks += 1;
      const seen = await open();
      started.resolve();
      await written.promise;
      return seen;
    };
    world.restart({ openCallbacks: slowly });
    const first = world.reconcile();
    await started.promise;
    await world.database.callbacks.add([atFour()]);
    const during = [world.reconcile(), world.reconcile(), world.reconcile()];
    written.resolve();
    await Promise.all([first, ...during]);
    expect(looks).toBe(2);
    expect(world.badge?.open).toBe(1);
  });

  it('takes a call that comes before anything was read with it, and sees what that came for', async () => {
    const world = createWorld(two);
    let looks = 0;
    const { openForReminders: open } = world.database;
    const asked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    world.restart({
      openCallbacks: () => {
        looks += 1;
        return open();
      },
      alarms: {
        wakeAt: async () => {},
        keepSweeping: () => {
          asked.resolve();
          return goOn.promise;
        },
      },
    });
    const start = world.reconcile();
    await asked.promise;
    await world.database.callbacks.add([atFour()]);
    world.now = four;
    const written = world.reconcile();
    goOn.resolve();
    await Promise.all([start, written]);
    expect(looks).toBe(1);
    expect(world.badge?.open).toBe(1);
    // By the clock of when it was read, not of the start.
    expect(world.titles()).toEqual(['opening: Dana Lee']);
  });

  it('goes on after a run that failed', async () => {
    const world = createWorld(two);
    const { openForReminders: open } = world.database;
    let queued: Promise<void> | null = null;
    world.restart({
      openCallbacks: () => {
        if (queued) return open();
        queued = world.reconcile();
        return Promise.reject(new Error('no database'));
      },
    });
    await expect(world.reconcile()).rejects.toThrow('no database');
    await queued;
    expect(world.badge?.open).toBe(0);
  });

  it('tries again in a minute after a run that failed', async () => {
    const world = createWorld(two);
    world.restart({ openCallbacks: () => Promise.reject(new Error('no database')) });
    await expect(world.reconcile()).rejects.toThrow('no database');
    expect(world.alarm).toBe(two + minute);
  });

  it('counts a refused notification as made: the badge carries it', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    world.refuses = true;
    await world.runTo(four + 5 * minute);
    expect(world.badge?.overdue).toBe(1);
    world.refuses = false;
    await world.runTo(four + hour);
    await world.reconcile();
    expect(world.titles()).toEqual([]);
  });
});

describe('clocks that jump', () => {
  it('repeats nothing when the clock is set back', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    await world.runTo(four);
    world.now = two;
    await world.reconcile();
    await world.runTo(four);
    expect(world.titles()).toEqual(['lead: Dana Lee', 'opening: Dana Lee']);
  });

  it('still brings what is to come when the clock is set back', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    await world.runTo(four);
    world.now = two;
    await world.reconcile();
    const earlier = atFour({ callerName: 'Sam Roe', promise: promised(two + hour, two + hour) });
    await world.add(earlier);
    await world.runTo(four + 5 * minute);
    expect(world.titles()).toEqual([
      'lead: Dana Lee',
      'opening: Dana Lee',
      'lead: Sam Roe',
      'opening: Sam Roe',
      'overdue: Sam Roe',
      'overdue: Dana Lee',
    ]);
  });

  it('takes a clock set forward like a sleep', async () => {
    const world = createWorld(two);
    world.settings = { ...world.settings, reviewAt: '23:00' };
    await world.add(atFour());
    world.now = four + 3 * hour;
    await world.reconcile();
    expect(world.titles()).toEqual(['1 due, 1 overdue by up to 180 min']);
  });

  it('keeps the instant promised when the zone changes', async () => {
    const world = createWorld(two);
    await world.add(atFour());
    world.zone = 'America/New_York';
    await world.openAgain(two + minute);
    expect(world.alarm).toBe(four - 10 * minute);
  });

  it('counts the working minutes of a missed call in the zone the agent is in now', async () => {
    const world = createWorld(at('2026-06-10T17:58'));
    world.settings = { ...world.settings, reviewAt: '23:59' };
    await world.add(callback({ kind: 'missed call', happenedAt: world.now }));
    expect(world.titles()).toEqual(['at once: Dana Lee']);
    // At 18:00 work ended in London; in New York it is 13:00.
    expect(world.badge).toEqual({ open: 1, overdue: 0, today: 0 });
    world.zone = 'America/New_York';
    await world.openAgain(world.now + minute);
    expect(world.badge).toEqual({ open: 1, overdue: 0, today: 1 });
    await world.runTo(world.now + 10 * minute);
    expect(world.titles()).toEqual(['at once: Dana Lee', 'overdue: Dana Lee']);
  });

  it.each([
    ['in the hour that is left out', '2026-03-29', '2026-03-29T02:30+01:00'],
    ['in the hour that comes twice', '2026-10-25', '2026-10-25T01:30+01:00'],
  ])('brings a review %s, once', async (_what, day, comes) => {
    const world = createWorld(at(`${day}T00:00`));
    world.settings = { ...world.settings, reviewAt: '01:30' };
    await world.database.reminders.closeDay(
      aClosedDay({ day: '2026-01-01', closedAt: world.now - 20 * hour }),
    );
    await world.add(callback({ createdAt: world.now }));
    await world.runTo(at(`${day}T23:00`));
    expect(world.titles().filter((title) => title.startsWith('review'))).toEqual(['review: 1 open']);
    expect((await world.database.reminders.reviewOffer(day))?.at).toBe(
      Temporal.Instant.from(comes).epochMilliseconds,
    );
  });

  it.each([
    ['spring forward', '2026-03-29'],
    ['fall back', '2026-10-25'],
  ])('wakes at the next local midnight on the day clocks %s', async (_what, day) => {
    const world = createWorld(at(`${day}T00:00`));
    world.settings = { ...world.settings, reviewAt: '23:59' };
    await world.database.reminders.closeDay(aClosedDay({ day, closedAt: world.now }));
    world.now = at(`${day}T23:59`);
    await world.reconcile();
    expect(world.alarm).toBe(at(`${day}T23:59`) + minute);
  });
});
