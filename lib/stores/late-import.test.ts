import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { ImportStep, ImportStore } from './import-store.ts';
import { createLateImport } from './late-import.ts';

function anImport() {
  const step = signal<ImportStep>({ at: 'idle' });
  const store = {
    step,
    fileName: signal(''),
    open: vi.fn(async ({ name }: { name: string }) => {
      store.fileName.value = name;
      step.value = { at: 'problem', code: 'empty', row: null };
    }),
    unlock: vi.fn(async () => {}),
    setColumn: vi.fn(),
    setHasHeader: vi.fn(),
    check: vi.fn(async () => {}),
    write: vi.fn(async () => {}),
    cancel: vi.fn(() => {
      step.value = { at: 'idle' };
    }),
  };
  return store satisfies ImportStore;
}
const file = (name = 'list.csv') => new File(['x'], name);

test('nothing is loaded before a file is chosen, and then once', async () => {
  const store = anImport();
  const load = vi.fn(async () => store);
  const late = createLateImport(load);
  expect(late.step.value).toEqual({ at: 'idle' });
  expect(load).not.toHaveBeenCalled();
  const opening = late.open(file());
  expect(late.step.value).toEqual({ at: 'reading', progress: 0 });
  expect(late.fileName.value).toBe('list.csv');
  await opening;
  expect(late.step.value).toEqual({ at: 'problem', code: 'empty', row: null });
  await late.open(file('other.csv'));
  expect(late.fileName.value).toBe('other.csv');
  expect(load).toHaveBeenCalledOnce();
  await late.write(true);
  expect(store.write).toHaveBeenCalledWith(true);
  late.cancel();
  expect(late.step.value).toEqual({ at: 'idle' });
});

test('what is cancelled while its code is fetched is not opened', async () => {
  const store = anImport();
  const here = Promise.withResolvers<ImportStore>();
  const late = createLateImport(() => here.promise);
  const opening = late.open(file());
  late.cancel();
  expect(late.step.value).toEqual({ at: 'cancelled' });
  here.resolve(store);
  await opening;
  expect(store.open).not.toHaveBeenCalled();
  expect(late.step.value).toEqual({ at: 'cancelled' });
  await late.open(file());
  expect(late.step.value).toEqual({ at: 'problem', code: 'empty', row: null });
});

test('code that cannot be fetched is said, and fetched again the next time', async () => {
  const store = anImport();
  const load = vi.fn(async () => store).mockRejectedValueOnce(new TypeError('gone'));
  const late = createLateImport(load);
  await late.open(file());
  expect(late.step.value).toEqual({ at: 'problem', code: 'unreadable', row: null });
  await late.open(file());
  expect(store.open).toHaveBeenCalledOnce();
});
