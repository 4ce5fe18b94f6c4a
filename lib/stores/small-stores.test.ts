import { expect, test, vi } from 'vitest';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { aClock, someSettings } from '../../tests/support/unit/panel.ts';
import { createClockStore } from './clock-store.ts';
import { createStatusStore } from './status-store.ts';
import { createUndoStore } from './undo-store.ts';

test('the clock moves time and zone with each tick, until it is stopped', () => {
  let [now, zone] = [wednesday, 'Europe/Berlin'];
  const ticks = new Set<() => void>();
  const clock = createClockStore({
    now: () => now,
    zone: () => zone,
    every: (_, tick) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
  });
  [now, zone] = [wednesday + 5_000, 'Asia/Tokyo'];
  expect([clock.now.value, clock.zone.value]).toEqual([wednesday, 'Europe/Berlin']);
  for (const tick of ticks) tick();
  expect([clock.now.value, clock.zone.value]).toEqual([now, zone]);
  clock.stop();
  expect(ticks.size).toBe(0);
});

test('the rules of the day follow settings and zone', () => {
  const { clock } = aClock();
  const { store, change } = someSettings(clock.zone);
  expect(store.rules.value).toMatchObject({ zone: 'Europe/Berlin', leadMinutes: 10 });
  change({ leadMinutes: 25 });
  expect(store.rules.value.leadMinutes).toBe(25);
});

test('the status line holds the last thing said', () => {
  const status = createStatusStore();
  status.say('one');
  status.say('two');
  expect(status.text.value).toBe('two');
});

test('only the last act can be taken back, and only once', async () => {
  const undo = createUndoStore();
  const [first, second] = [vi.fn(), vi.fn()];
  undo.show({ text: 'first', undo: first });
  undo.show({ text: 'second', undo: second });
  await Promise.all([undo.undo(), undo.undo()]);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledTimes(1);
  expect(undo.offer.value).toBeNull();
});

test('an offer that is dismissed is gone', async () => {
  const undo = createUndoStore();
  const taken = vi.fn();
  undo.show({ text: 'x', undo: taken });
  undo.dismiss();
  await undo.undo();
  expect(taken).not.toHaveBeenCalled();
});
