import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../domain/settings.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createPanelHabits } from '../settings/panel-habits.ts';
import { createFirstMinuteStore } from './first-minute-store.ts';

function newAgent({ oldest = null as number | null, area = createMemoryStorage() } = {}) {
  const settings = signal(defaultSettings('DE'));
  const parts = {
    habits: createPanelHabits(area),
    oldest: async () => oldest,
    settings,
    save: vi.fn(async (changes: Partial<typeof settings.value>) => {
      settings.value = { ...settings.value, ...changes };
    }),
    isPinned: async () => false,
    loadCountries: async () => ['DE', 'FR'],
    openSample: vi.fn(),
    nameForm: vi.fn(),
  };
  return { area, ...parts, open: () => createFirstMinuteStore(parts) };
}

describe('the first minute', () => {
  test('is shown to whoever has nothing yet', async () => {
    const store = await newAgent().open();
    expect(store?.shown.value).toBe(true);
    await vi.waitFor(() => expect(store?.countries.value).toEqual(['DE', 'FR']));
    expect(store?.pinned.value).toBe(false);
  });

  test('never comes back once it was put away', async () => {
    const agent = newAgent();
    const store = await agent.open();
    await store?.done();
    expect(store?.shown.value).toBe(false);
    expect(await agent.open()).toBeNull();
    expect(await newAgent({ area: agent.area }).open()).toBeNull();
  });

  test('is over for whoever has callbacks already', async () => {
    expect(await newAgent({ oldest: Date.UTC(2026, 2, 11) }).open()).toBeNull();
  });

  test('keeps name and country as they are given, and names the form that was begun', async () => {
    const agent = newAgent();
    const store = await agent.open();
    await store?.change({ yourName: 'Sam Agent' });
    await store?.change({ defaultCountry: 'FR' });
    expect(agent.settings.value).toMatchObject({ yourName: 'Sam Agent', defaultCountry: 'FR' });
    expect(agent.nameForm.mock.calls).toEqual([['Sam Agent']]);
  });
});

test('habits that are damaged are the first ones again', async () => {
  const area = createMemoryStorage();
  await area.set('panel-habits', { firstMinuteDone: 'yes' });
  expect(await createPanelHabits(area).load()).toEqual({
    firstMinuteDone: false,
    singleKeys: true,
    keptApart: [],
  });
  await createPanelHabits(area).update({ singleKeys: false });
  expect(await createPanelHabits(area).load()).toEqual({
    firstMinuteDone: false,
    singleKeys: false,
    keptApart: [],
  });
});
