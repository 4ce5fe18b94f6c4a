import { expect, test, vi } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';

test('a watched query runs now, and again after each write, until it is stopped', async () => {
  const { callbacks, watch } = aDatabase();
  const counts = vi.fn();
  const stop = watch(callbacks.countOpen, counts, () => {});
  await vi.waitFor(() => expect(counts).toHaveBeenLastCalledWith(0));
  await callbacks.add([aCallback()]);
  await vi.waitFor(() => expect(counts).toHaveBeenLastCalledWith(1));
  await callbacks.remove(idAt(1));
  await vi.waitFor(() => expect(counts).toHaveBeenLastCalledWith(0));
  stop();
  const calls = counts.mock.calls.length;
  await callbacks.add([aCallback()]);
  expect(await callbacks.countOpen()).toBe(1);
  expect(counts).toHaveBeenCalledTimes(calls);
});

test('a watched query hears of what another window writes', async () => {
  const name = databaseName();
  const [here, there] = [aDatabase(name), aDatabase(name)];
  const counts = vi.fn();
  const stop = here.watch(here.callbacks.countOpen, counts, () => {});
  await vi.waitFor(() => expect(counts).toHaveBeenLastCalledWith(0));
  await there.callbacks.add([aCallback()]);
  await vi.waitFor(() => expect(counts).toHaveBeenLastCalledWith(1));
  stop();
});

test('a query that fails is told, not thrown', async () => {
  const { watch } = aDatabase();
  const failed = vi.fn();
  watch(
    () => Promise.reject(new Error('no storage')),
    () => {},
    failed,
  );
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('no storage')));
});

test('erased, nothing is left', async () => {
  const name = databaseName();
  const first = aDatabase(name);
  await first.callbacks.add([aCallback()]);
  await first.erase();
  expect(await aDatabase(name).callbacks.countOpen()).toBe(0);
});
