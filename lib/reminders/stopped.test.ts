import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { at, callback, createWorld, minute, promised } from './fake-world.ts';
import type { ReconcileDeps } from './reconcile.ts';

const two = at('2026-06-10T14:00');
const four = at('2026-06-10T16:00');
const halfAMinute = 30_000;

type World = ReturnType<typeof createWorld>;
type Step = [name: string, stopped: (world: World, stop: () => Promise<never>) => Partial<ReconcileDeps>];

/** Where the browser may stop the background in the middle of a look: there it neither goes on nor fails. */
const steps: Step[] = [
  ['before it has read the settings', (_, stop) => ({ settings: stop })],
  ['before it has read the list', (_, stop) => ({ openCallbacks: stop })],
  ['at the badge', (_, stop) => ({ badge: { show: stop, showFace: stop } })],
  [
    'before it has read what was told',
    ({ database }, stop) => ({ log: { ...database.reminders, announced: stop } }),
  ],
  ['before it has read when it last looked', (_, stop) => ({ lastSeen: { get: stop, set: stop } })],
  [
    'while it shows a notification',
    (_, stop) => ({ notifications: { show: stop, clear: stop, shown: stop } }),
  ],
  [
    'between showing and recording',
    ({ database }, stop) => ({ log: { ...database.reminders, recordAnnouncements: stop } }),
  ],
  [
    'before it has ended snoozes',
    ({ database }, stop) => ({ log: { ...database.reminders, endSnoozes: stop } }),
  ],
  ['at the review', (_, stop) => ({ isBusy: stop })],
];

describe('a background that is stopped in the middle of a look', () => {
  it.each(steps)(
    '%s: the next one comes within half a minute, and nothing is lost',
    async (_what, stopped) => {
      const world = createWorld(two);
      world.settings = { ...world.settings, reviewAt: '16:00' };
      await world.add(callback({ promise: promised(four, four) }));
      await world.runTo(four - 1);
      world.now = four;
      world.alarm = null;
      const reached = Promise.withResolvers<void>();
      const stop = () => {
        reached.resolve();
        return new Promise<never>(() => {});
      };
      world.restart(stopped(world, stop));
      void world.reconcile();
      await reached.promise;

      expect(world.alarm).toBeLessThanOrEqual(four + halfAMinute);
      world.restart();
      await world.runTo(four + halfAMinute);
      expect(new Set(world.titles().slice(1))).toEqual(new Set(['opening: Dana Lee', 'review: 1 open']));
      expect(new Set(world.told.map(({ id }) => id)).size).toBe(3);
      expect(world.badge).toEqual({ open: 1, overdue: 0, today: 1 });
      expect(world.alarm).toBe(four + minute);
    },
  );
});
