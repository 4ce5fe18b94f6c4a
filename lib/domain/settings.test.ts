import { describe, expect, test } from 'vitest';
import { limits } from './callback.ts';
import {
  countryOfLocale,
  DialTemplateSchema,
  dayRules,
  defaultOwner,
  defaultSettings,
  type Settings,
  SettingsSchema,
  settingsOfBackup,
} from './settings.ts';

const settings = defaultSettings('GB');

test('what a new install starts with can be kept', () => {
  expect(SettingsSchema.parse(settings)).toEqual(settings);
});

test.each<[string, Record<string, unknown>]>([
  ['defaultCountry', { defaultCountry: 'gb' }],
  ['defaultCountry', { defaultCountry: 'GBR' }],
  ['defaultCountry', { defaultCountry: '' }],
  ['workingHours.endsAt', { workingHours: { ...settings.workingHours, endsAt: '09:00' } }],
  ['workingHours.endsAt', { workingHours: { ...settings.workingHours, endsAt: '08:59' } }],
  ['workingHours.startsAt', { workingHours: { ...settings.workingHours, startsAt: '08:60' } }],
  ['workingHours.days.0', { workingHours: { ...settings.workingHours, days: [0] } }],
  ['reviewAt', { reviewAt: '25:00' }],
  ['reviewAt', { reviewAt: '' }],
  ['leadMinutes', { leadMinutes: -1 }],
  ['leadMinutes', { leadMinutes: 241 }],
  ['leadMinutes', { leadMinutes: 2.5 }],
  ['leadMinutes', { leadMinutes: Number.NaN }],
  ['dialWith', { dialWith: 'javascript' }],
  ['dialTemplate', { dialTemplate: 'https://phone.example.com/call' }],
  ['hideNamesInNotifications', { hideNamesInNotifications: 'yes' }],
  ['yourName', { yourName: 7 }],
  ['clocks.missedMinutes', { clocks: { ...settings.clocks, missedMinutes: 0 } }],
  ['clocks.followUpUntilHours', { clocks: { ...settings.clocks, followUpUntilHours: 24 } }],
  ['maxAttempts', { maxAttempts: 0 }],
  ['noteTemplate', { noteTemplate: '{who} called' }],
  ['noteTemplate', { noteTemplate: ' ' }],
  ['focusBlocks.startsAt.0', { focusBlocks: { startsAt: ['9:00'], minutes: 20 } }],
  ['focusBlocks.minutes', { focusBlocks: { startsAt: [], minutes: 1 } }],
])('refuses a bad %s', (place, changes) => {
  const parsed = SettingsSchema.safeParse({ ...settings, ...changes });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([place]);
});

test.each([
  [0, 0],
  [240, 240],
])('a lead of %i minutes is taken', (leadMinutes) => {
  expect(SettingsSchema.parse({ ...settings, leadMinutes }).leadMinutes).toBe(leadMinutes);
});

test('a name is cleaned and cut', () => {
  const name = (yourName: string) => SettingsSchema.parse({ ...settings, yourName }).yourName;
  expect(name(' Sam\u202e\n Agent ')).toBe('Sam Agent');
  expect(name('x'.repeat(500))).toHaveLength(limits.name);
});

describe('an address to dial with', () => {
  test.each([
    ['', true],
    ['https://phone.example.com/call?to={number}', true],
    ['https://phone.example.com/{number}', true],
    ['HTTPS://phone.example.com/{number}', true],
    ['https://phone.example.com/call', false],
    ['http://phone.example.com/{number}', false],
    ['javascript:alert("{number}")', false],
    ['data:text/html,{number}', false],
    ['https://phone.example.com?to={number}', true],
    ['https://{number}', false],
    ['https://{number}.example.com/{number}', false],
    ['https://{number}@phone.example.com/', false],
    ['https:///{number}', false],
    ['phone.example.com/{number}', false],
    [`https://phone.example.com/${'x'.repeat(500)}{number}`, false],
  ])('%s: %s', (template, taken) => {
    expect(DialTemplateSchema.safeParse(template).success).toBe(taken);
  });
});

describe('the country of a locale', () => {
  test.each([
    ['en-GB', 'GB'],
    ['en', 'US'],
    ['de', 'DE'],
    ['de-AT', 'AT'],
    ['fr-CA', 'CA'],
    ['pt', 'BR'],
    ['ja', 'JP'],
    ['zh-Hant', 'TW'],
    ['sr-Latn-RS', 'RS'],
    ['en-GB-oxendict', 'GB'],
    ['es-419', 'US'],
    ['en-001', 'US'],
    ['', 'US'],
    ['en_GB', 'US'],
    ['no locale at all', 'US'],
  ])('"%s" is %s', (locale, country) => {
    expect(countryOfLocale(locale)).toBe(country);
    expect(SettingsSchema.safeParse(defaultSettings(countryOfLocale(locale))).success).toBe(true);
  });
});

test('the owner new callbacks get is the agent, or nobody while no name is set', () => {
  const named: Settings = { ...settings, yourName: 'Zoë Ng' };
  expect(defaultOwner(named)).toEqual({ id: 'zoë ng', name: 'Zoë Ng' });
  expect(defaultOwner(settings)).toBeNull();
});

test('the rules of the day are those that are set', () => {
  const rules = dayRules({ ...settings, leadMinutes: 25 }, 'Asia/Tokyo');
  expect(rules).toMatchObject({ zone: 'Asia/Tokyo', leadMinutes: 25, workingHours: settings.workingHours });
  expect(rules.clocks.missedMinutes).toBe(5);
  const clocks = { missedMinutes: 15, followUpFromHours: 12, followUpUntilHours: 24 };
  expect(dayRules({ ...settings, clocks }, 'Asia/Tokyo').clocks).toEqual(clocks);
});

describe('the settings of a backup', () => {
  const theirs: Settings = { ...settings, yourName: 'Ana', memberId: 'somebody', insightsByOwner: true };

  test('are taken over by who works alone, but for who somebody was in their team', () => {
    expect(settingsOfBackup(theirs, settings)).toEqual({ ...theirs, memberId: '' });
  });

  test('leave figures by owner to the team of who is in one', () => {
    const here = { ...settings, memberId: 'me' };
    expect(settingsOfBackup(theirs, here)).toEqual({ ...theirs, memberId: 'me', insightsByOwner: false });
    const without = { ...theirs, insightsByOwner: false };
    expect(settingsOfBackup(without, { ...here, insightsByOwner: true })).toMatchObject({
      memberId: 'me',
      insightsByOwner: true,
    });
  });
});
