import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { aClock, someSettings } from '../../tests/support/unit/panel.ts';
import type { Owner } from '../domain/callback.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createMembersFile } from '../team/members-file.ts';
import { createClockStore } from './clock-store.ts';
import { createStatusStore } from './status-store.ts';
import { hearOfPeople } from './team-people.ts';
import { createUndoStore } from './undo-store.ts';

test('the clock moves time and zone with each tick and when it is looked at, until it is stopped', () => {
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
  now += 2_000;
  expect([clock.look(), clock.now.value]).toEqual([now, now]);
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

test('members stored again as they were are no news: nothing is drawn anew for them', async () => {
  const area = createMemoryStorage();
  const file = createMembersFile(area);
  const people = signal<readonly Owner[]>([]);
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  await file.save([{ id, name: 'Kim', left: false }]);
  await hearOfPeople(people, area);
  const before = people.value;
  expect(before).toEqual([{ id, name: 'Kim' }]);
  await file.save([{ id, name: 'Kim', left: false }]);
  expect(people.value).toBe(before);
  await file.save([{ id, name: 'Kim Sol', left: false }]);
  expect(people.value).toEqual([{ id, name: 'Kim Sol' }]);
});
