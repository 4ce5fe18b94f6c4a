import { describe, expect, test } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, aClosedDay, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';

const some = (count: number, from = 1) =>
  Array.from({ length: count }, (_, place) => aCallback({ id: idAt(place + from) }));
const everything = async (pages: AsyncIterable<Callback[]>) => (await Array.fromAsync(pages)).flat();
const writing = (callbacks: Callback[]) => () => ({ callbacks, closedDays: [] });

test('every callback is read once, in pages', async () => {
  const { backup, callbacks } = aDatabase();
  expect(await everything(backup.pages())).toEqual([]);
  expect(await callbacks.oldest()).toBeNull();
  const all = some(1201);
  await callbacks.add(all);
  const pages = await Array.fromAsync(backup.pages());
  expect(pages.map((page) => page.length)).toEqual([500, 500, 201]);
  expect(pages.flat()).toEqual(all);
  expect(await callbacks.oldest()).toBe(wednesday);
});

describe('an import', () => {
  test('is planned on what is stored and stored whole, with the indexes right', async () => {
    const { backup, callbacks } = aDatabase();
    await callbacks.add(some(2));
    const progress: number[] = [];
    const planned = await backup.import(
      (existing) => {
        expect(existing).toEqual(some(2));
        return { callbacks: some(700, 3), closedDays: [aClosedDay()] };
      },
      { onProgress: (written) => progress.push(written) },
    );
    expect(planned.callbacks).toHaveLength(700);
    expect(progress).toEqual([500, 700]);
    expect(await callbacks.countOpen()).toBe(702);
    expect(await callbacks.withPhone('+14155550132')).toHaveLength(702);
    expect(await backup.closedDays()).toEqual([aClosedDay()]);
  });

  test('keeps the record of a day that was closed here', async () => {
    const { backup, reminders } = aDatabase();
    await reminders.closeDay(aClosedDay({ kept: 5 }));
    await backup.import(() => ({ callbacks: [], closedDays: [aClosedDay({ kept: 1 })] }));
    expect(await backup.closedDays()).toEqual([aClosedDay({ kept: 5 })]);
  });

  test('that is cancelled midway leaves nothing behind', async () => {
    const { backup } = aDatabase();
    const cancel = new AbortController();
    const importing = backup.import(writing(some(2000)), {
      signal: cancel.signal,
      onProgress: (written) => {
        if (written === 1000) cancel.abort();
      },
    });
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everything(backup.pages())).toEqual([]);
  });

  test('that meets a full disk leaves what was there', async () => {
    const { backup, callbacks } = aDatabase();
    await callbacks.add(some(1));
    const emptyDisk = fillDisk('callbacks', 'put');
    await expect(backup.import(writing([aCallback({ notes: 'new' }), ...some(9, 2)]))).rejects.toThrow();
    emptyDisk();
    expect(await everything(backup.pages())).toEqual(some(1));
  });
});

test('the state of storage is told', async () => {
  const database = aDatabase();
  expect(await database.failure()).toBeNull();
  expect(await database.storedCallbacks()).toEqual([]);
});
