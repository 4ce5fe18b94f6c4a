import { expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createBackupStateFile } from './backup-state.ts';

const nothing = {
  lastAt: null,
  importedAt: null,
  quietUntil: null,
  daily: false,
  dailyTriedAt: null,
  dailyProblem: null,
  lostAt: null,
};

test('starts with nothing, and after what cannot be read', async () => {
  expect(await createBackupStateFile(createMemoryStorage()).load()).toEqual(nothing);
  expect(await createBackupStateFile(createMemoryStorage({ backup: { lastAt: 'soon' } })).load()).toEqual(
    nothing,
  );
});

test('changes made together are all kept, and told', async () => {
  const file = createBackupStateFile(createMemoryStorage());
  const told = vi.fn();
  const stop = file.watch(told);
  await Promise.all([
    file.update({ lastAt: 1 }),
    file.update({ daily: true }),
    file.update({ quietUntil: 2 }),
  ]);
  expect(await file.load()).toEqual({ ...nothing, lastAt: 1, daily: true, quietUntil: 2 });
  expect(told).toHaveBeenCalledTimes(3);
  stop();
});
