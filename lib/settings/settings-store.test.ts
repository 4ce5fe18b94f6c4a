import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createSettingsStore } from './settings-store.ts';

function store(stored?: unknown, locale = 'en-GB') {
  const area = createMemoryStorage(stored === undefined ? {} : { settings: stored });
  return { area, settings: createSettingsStore({ area, locale }) };
}

describe('settings', () => {
  it('are the defaults on a new install, with the country of the locale', async () => {
    expect(await store().settings.load()).toMatchObject({ defaultCountry: 'GB', leadMinutes: 10 });
    expect(await store(undefined, 'de').settings.load()).toMatchObject({ defaultCountry: 'DE' });
  });

  it.each([
    ['a lead that is no number', { leadMinutes: 'ten' }, { leadMinutes: 10 }],
    ['a country that is none', { defaultCountry: 'britain' }, { defaultCountry: 'GB' }],
    ['a day that ends before it starts', { workingHours: day('18:00', '09:00') }, { workingHours: hours }],
    ['something that is no object', 'broken', { leadMinutes: 10 }],
    ['nothing', null, { leadMinutes: 10 }],
  ])('fall back one by one where stored is %s', async (_what, stored, expected) => {
    const kept = typeof stored === 'object' ? { ...stored, yourName: 'Ana' } : stored;
    const loaded = await store(kept).settings.load();
    expect(loaded).toMatchObject(expected);
    expect(loaded.yourName).toBe(typeof kept === 'object' ? 'Ana' : '');
  });

  it('are saved field by field', async () => {
    const { settings } = store();
    await settings.save({ yourName: ' Ana ' });
    await settings.save({ leadMinutes: 5 });
    expect(await settings.load()).toMatchObject({ yourName: 'Ana', leadMinutes: 5 });
  });

  it('lose none of two saves at the same time', async () => {
    const { settings } = store();
    await Promise.all([settings.save({ yourName: 'Ana' }), settings.save({ leadMinutes: 5 })]);
    expect(await settings.load()).toMatchObject({ yourName: 'Ana', leadMinutes: 5 });
  });

  it('refuse what is invalid, with the place and the reason, and keep what was', async () => {
    const { settings } = store();
    const result = await settings.save({
      yourName: 'Ana',
      workingHours: { ...hours, ...day('18:00', '09:00') },
    });
    expect(result).toEqual({ ok: false, errors: { 'workingHours.endsAt': 'day-ends-before-it-starts' } });
    expect(await settings.load()).toMatchObject({ yourName: '', workingHours: hours });
  });

  it('are told to whoever watches, until it stops', async () => {
    const { settings, area } = store();
    const heard: number[] = [];
    const stop = settings.watch(({ leadMinutes }) => heard.push(leadMinutes));
    await settings.save({ leadMinutes: 5 });
    await area.set('other', 1);
    stop();
    await settings.save({ leadMinutes: 6 });
    expect(heard).toEqual([5]);
  });
});

const hours = { days: [1, 2, 3, 4, 5], startsAt: '09:00', endsAt: '18:00', holidays: [] };

function day(startsAt: string, endsAt: string) {
  return { days: [1, 2, 3, 4, 5], startsAt, endsAt, holidays: [] };
}
