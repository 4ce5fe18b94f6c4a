import 'fake-indexeddb/auto';
import { Dexie, RangeSet } from 'dexie';
import { expect, test, vi } from 'vitest';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { noKeys } from '../lock/keyring.ts';
import { createCallbacksRepository } from './callbacks-repository.ts';
import { RingbackDatabase } from './schema.ts';
import { watchTables } from './watch-tables.ts';

/** A database, a clock that stands still, and a list whose reading takes as long as the test says. */
async function watched(takes: number, isCalm = () => false) {
  const db = new RingbackDatabase(`watch-${crypto.randomUUID()}`, undefined, undefined, noKeys);
  await db.open();
  const callbacks = createCallbacksRepository(db);
  let now = 0;
  let waiting: { at: number; act: () => void } | null = null;
  const counts: number[] = [];
  const query = vi.fn(async () => {
    const count = await callbacks.countOpen();
    now += takes;
    return count;
  });
  const { stop, hurry } = watchTables(
    db,
    ['callbacks'],
    query,
    { onResult: (count) => counts.push(count), onError: () => counts.push(-1), isCalm },
    {
      now: () => now,
      after: (ms, act) => {
        waiting = { at: now + ms, act };
        return () => {
          waiting = null;
        };
      },
    },
  );
  return {
    counts,
    query,
    stop,
    hurry,
    add: (place: number) => callbacks.add([aCallback({ id: idAt(place) })]),
    remind: () => db.snoozes.put({ callbackId: idAt(1), until: 1 }),
    waits: () => (waiting ? waiting.at - now : null),
    goOn: () => {
      const due = waiting;
      waiting = null;
      now = due?.at ?? now;
      due?.act();
    },
  };
}

test('reads now, and again at each change of its tables alone', async () => {
  const list = await watched(1);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  await list.add(1);
  await vi.waitFor(() => expect(list.counts).toEqual([0, 1]));
  await list.remind();
  await list.add(2);
  await vi.waitFor(() => expect(list.counts).toEqual([0, 1, 2]));
  expect(list.query).toHaveBeenCalledTimes(3);
});

test('while a whole list comes what takes long rests longer, until somebody is in a hurry', async () => {
  const list = await watched(300, () => true);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  await list.add(1);
  await vi.waitFor(() => expect(list.waits()).toBe(6_000));
  list.hurry();
  await vi.waitFor(() => expect(list.counts).toEqual([0, 1]));
});

test('what takes long rests before it reads again, and reads all that came meanwhile at once', async () => {
  const list = await watched(300);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  for (const place of [1, 2, 3]) await list.add(place);
  await vi.waitFor(() => expect(list.waits()).toBe(1_200));
  expect(list.query).toHaveBeenCalledTimes(1);
  list.goOn();
  await vi.waitFor(() => expect(list.counts).toEqual([0, 3]));
});

test('what this page wrote itself does not wait for the end of a rest', async () => {
  const list = await watched(300);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  await list.add(1);
  await vi.waitFor(() => expect(list.waits()).toBe(1_200));
  list.hurry();
  expect(list.waits()).toBeNull();
  await vi.waitFor(() => expect(list.counts).toEqual([0, 1]));
  // What others write after it rests as before.
  await list.add(2);
  await vi.waitFor(() => expect(list.waits()).toBe(1_200));
  expect(list.query).toHaveBeenCalledTimes(2);
});

test('what this page wrote during a read is read right after it', async () => {
  const list = await watched(300);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  await list.add(1);
  await vi.waitFor(() => expect(list.waits()).toBe(1_200));
  const read = list.query.getMockImplementation();
  list.query.mockImplementationOnce(async () => {
    const count = (await read?.()) ?? -1;
    await list.add(2);
    list.hurry();
    return count;
  });
  list.goOn();
  await vi.waitFor(() => expect(list.counts).toEqual([0, 1, 2]));
  expect(list.query).toHaveBeenCalledTimes(3);
});

test('is over when it is stopped, also while it rests', async () => {
  const list = await watched(1_000);
  await vi.waitFor(() => expect(list.counts).toEqual([0]));
  await list.add(1);
  await vi.waitFor(() => expect(list.waits()).toBe(2_000));
  list.stop();
  expect(list.waits()).toBeNull();
  list.hurry();
  await list.add(2);
  expect(list.query).toHaveBeenCalledTimes(1);
});

test('a page that comes back from the browser’s cache of pages reads anew: what others wrote meanwhile was not told', async () => {
  const { query, stop } = await watched(1);
  await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(1));
  // As Dexie tells it then: https://github.com/dexie/Dexie.js/blob/master/src/live-query/propagate-locally.ts
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(2));
  stop();
});
