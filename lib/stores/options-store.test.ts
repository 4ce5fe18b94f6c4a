import { expect, test, vi } from 'vitest';
import { someOptions } from '../../tests/support/unit/options.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createSiteMemories } from '../settings/site-memories.ts';
import type { OptionsStoreDeps } from './options-store.ts';

const anOptionsPage = (changes: Partial<OptionsStoreDeps> = {}) =>
  someOptions(['https://b.example.com', 'https://a.example.com'], changes);

test('a change is stored, counted and told', async () => {
  const { store, onSaved } = await anOptionsPage();
  await store.change({ yourName: ' Zoë  Ng ' });
  expect(store.settings.value.yourName).toBe('Zoë Ng');
  expect(store.saves.value).toBe(1);
  expect(onSaved).toHaveBeenCalledTimes(1);
});

test('a value that cannot be is refused with its place, and what was set stays', async () => {
  const { store, onSaved } = await anOptionsPage();
  const { workingHours } = store.settings.value;
  await store.change({ workingHours: { ...workingHours, endsAt: '08:00' } });
  expect(Object.keys(store.errors.value)).toEqual(['workingHours.endsAt']);
  expect(store.settings.value.workingHours).toEqual(workingHours);
  expect(store.saves.value).toBe(0);
  expect(onSaved).not.toHaveBeenCalled();
  await store.change({ workingHours: { ...workingHours, endsAt: '19:00' } });
  expect(store.errors.value).toEqual({});
});

test('storage that refuses is said', async () => {
  const { store } = await anOptionsPage({ save: () => Promise.reject(new Error('full')) });
  await store.change({ yourName: 'Zoë' });
  expect(store.errors.value).toEqual({ storage: 'refused' });
  expect(store.saves.value).toBe(0);
});

test('sites are listed, taken back, and followed wherever they change', async () => {
  const { store, grant, listeners } = await anOptionsPage();
  await vi.waitFor(() =>
    expect(store.sites.value).toEqual(['https://a.example.com', 'https://b.example.com']),
  );
  await store.removeSite('https://a.example.com');
  expect(store.sites.value).toEqual(['https://b.example.com']);
  grant('https://c.example.com');
  await vi.waitFor(() =>
    expect(store.sites.value).toEqual(['https://b.example.com', 'https://c.example.com']),
  );
  store.stop();
  expect(listeners.size).toBe(0);
});

test('what was learned of a site is listed, and gone once it is forgotten', async () => {
  const memories = createSiteMemories(createMemoryStorage(), () => 'salt');
  await memories.save('crm.example.com', { ...(await memories.load('crm.example.com')), records: 1 });
  const { store } = await someOptions([], { memories });
  await vi.waitFor(() =>
    expect(store.memories.value).toEqual([{ site: 'crm.example.com', records: 1, corrections: 0 }]),
  );
  await store.forgetSite('crm.example.com');
  expect(store.memories.value).toEqual([]);
  expect(await memories.list()).toEqual([]);
});
