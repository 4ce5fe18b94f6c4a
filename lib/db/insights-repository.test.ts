import { expect, onTestFinished, test, vi } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { noKeys } from '../lock/keyring.ts';
import { openDatabaseForInsights } from './insights-repository.ts';

async function stored(entries: readonly Callback[]) {
  const name = databaseName();
  await aDatabase(name).callbacks.add(entries);
  const repositories = openDatabaseForInsights(noKeys, name);
  onTestFinished(() => repositories.close());
  return repositories;
}

async function idsSince(repositories: Awaited<ReturnType<typeof stored>>, start: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of repositories.insights.entriesSince(start)) ids.push(...page.map(({ id }) => id));
  return ids.sort();
}

const closed = (place: number, closedAt: number) =>
  aCallback({ id: idAt(place), status: 'completed', closedAt, updatedAt: closedAt });

test('gives what is open, however old, and what was closed since', async () => {
  const repositories = await stored([
    aCallback({ id: idAt(1), createdAt: 1 }),
    closed(2, wednesday - 1),
    closed(3, wednesday),
    closed(4, wednesday + 1),
  ]);
  expect(await idsSince(repositories, wednesday)).toEqual([idAt(1), idAt(3), idAt(4)]);
});

test('reads no row of before, and no more than a page at once', async () => {
  const old = Array.from({ length: 900 }, (_, place) => closed(place + 1, wednesday - 1));
  const due = Array.from({ length: 700 }, (_, place) => closed(place + 1001, wednesday + 1));
  const repositories = await stored([...old, ...due]);
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const walked = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
  const pages: number[] = [];
  for await (const page of repositories.insights.entriesSince(wednesday)) pages.push(page.length);
  expect(pages).toEqual([500, 200]);
  // And once whether a passcode is set.
  expect(read).toHaveBeenCalledTimes(700 + 1);
  expect(readAll).not.toHaveBeenCalled();
  expect(walked).not.toHaveBeenCalled();
});

test('leaves out what was deleted between two pages', async () => {
  const repositories = await stored(Array.from({ length: 501 }, (_, place) => closed(place + 1, wednesday)));
  const ids: string[] = [];
  for await (const page of repositories.insights.entriesSince(wednesday)) {
    ids.push(...page.map(({ id }) => id));
    await repositories.callbacks.remove(idAt(501));
  }
  expect(ids).toHaveLength(500);
});
