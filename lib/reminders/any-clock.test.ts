import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stagesOf } from '../domain/due.ts';
import { dayRules } from '../domain/settings.ts';
import { badgeCounts } from './badge.ts';
import { at, callback, createWorld, hour, minute, promised } from './fake-world.ts';
import { announcementKey } from './notification-ids.ts';

/** The nights in which clocks are set back and forward. */
const starts = [at('2026-10-24T22:00'), at('2026-03-28T22:00')];
const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];

/** One thing that happens to the browser or to its clock. */
const happening = fc.oneof(
  fc.record({ type: fc.constant('promised' as const), ahead: fc.integer({ min: -hour, max: 6 * hour }) }),
  fc.record({ type: fc.constant('awake' as const), ms: fc.integer({ min: 1000, max: 3 * hour }) }),
  fc.record({ type: fc.constant('asleep' as const), ms: fc.integer({ min: 1000, max: 12 * hour }) }),
  fc.record({ type: fc.constant('clock set' as const), ms: fc.integer({ min: -6 * hour, max: 6 * hour }) }),
  fc.record({ type: fc.constant('moved' as const), zone: fc.constantFrom(...zones) }),
  fc.record({ type: fc.constant('opened again' as const) }),
  fc.record({ type: fc.constant('stopped before recording' as const) }),
);

it('loses no stage of any promise and tells each once, whatever happens to clock and browser', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(happening, { minLength: 3, maxLength: 14 }),
      async (start, happenings) => {
        const world = createWorld(start);
        world.settings = { ...world.settings, reviewAt: '12:00' };
        const { reminders, callbacks } = world.database;
        const recorded: string[] = [];
        const log = {
          ...reminders,
          recordAnnouncements: async (made: { key: string; callbackId: string; at: number }[]) => {
            recorded.push(...made.map(({ key }) => key));
            await reminders.recordAnnouncements(made);
          },
        };
        let stops = 0;
        world.restart({ log });
        for (const one of [...happenings, { type: 'opened again' as const }]) {
          if (one.type === 'promised') {
            const due = world.now + one.ahead;
            await callbacks.add([
              callback({
                createdAt: world.now,
                updatedAt: world.now,
                promise: promised(due, due + 20 * minute),
              }),
            ]);
          }
          if (one.type === 'awake') await world.runTo(world.now + one.ms);
          if (one.type === 'asleep' || one.type === 'clock set') world.now += one.ms;
          if (one.type === 'moved') world.zone = one.zone;
          if (one.type === 'opened again') {
            world.alarm = null;
            world.shown.clear();
            world.restart({ log });
          }
          if (one.type === 'stopped before recording') {
            stops += 1;
            const stopped = new Error('stopped');
            world.restart({ log: { ...reminders, recordAnnouncements: () => Promise.reject(stopped) } });
            await expect(world.reconcile()).rejects.toBe(stopped);
            world.restart({ log });
          }
          await world.reconcile();
        }

        const rules = dayRules(world.settings, world.zone);
        const open = await callbacks.open();
        const come = open.flatMap((entry) =>
          stagesOf(entry, rules)
            .filter((stage) => stage.at <= world.now)
            .map((stage) => announcementKey(entry, stage.name)),
        );
        const announced = await reminders.announced(open.map(({ id }) => id));
        expect(announced.map(({ key }) => key)).toEqual(expect.arrayContaining(come));
        expect(recorded).toHaveLength(new Set(recorded).size);
        // A day's review comes again where the clock or the zone puts its time ahead once more.
        const turns = happenings.filter(({ type }) => type === 'moved' || type === 'clock set').length;
        for (const { id } of world.told.filter((told) => told.id.includes('|'))) {
          const isOfDay = id.split('|').length === 2;
          const most = 1 + stops + (isOfDay ? turns : 0);
          expect(world.told.filter((told) => told.id === id).length).toBeLessThanOrEqual(most);
        }
        expect(world.badge).toEqual(badgeCounts(open, rules, world.now));
      },
    ),
    { numRuns: 30 },
  );
  // A database in memory for each run.
}, 20_000);
