import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyValue, nearly } from '../../tests/support/unit/hostile.ts';
import { defaultSettings, SettingsSchema } from '../domain/settings.ts';
import { createSessionLock } from '../lock/session-lock.ts';
import { tryPasscode } from '../lock/unlock.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import type { StorageArea } from '../platform/storage.ts';
import { createBackupStateFile } from '../settings/backup-state.ts';
import { createPanelHabits } from '../settings/panel-habits.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { createSiteMemories } from '../settings/site-memories.ts';
import { createTeamConfigFile, TeamConfigSchema } from '../team/config.ts';
import { createLiveFile } from '../team/live-file.ts';
import { createMembersFile } from '../team/members-file.ts';

const uuid = '6b1b36cb-8fc3-4a02-9d0a-7a4b1f6e7a10';
const secret = 'A'.repeat(43);
const team = {
  server: 'wss://nats.example.com',
  credentials: { kind: 'token', token: 't' },
  teamId: 'dental',
  teamName: 'Dental',
  secrets: [secret],
  member: { id: uuid, name: 'Priya', seed: secret },
  joinedAt: 1,
};
const memory = {
  salt: 's',
  records: 1,
  subjects: ['b'],
  seen: { a: 1 },
  hints: [{ field: 'name', label: 'Contact', place: 'dl/dd' }],
};
const lock = { version: 1, kdf: 'PBKDF2-SHA-256', iterations: 100_000, salt: '', wrapped: '', keyId: '00' };

/** What reads the browser's storage, what it is nearly right with, and what it must give whatever stands there. */
const readers: [string, string, object, (area: StorageArea) => Promise<void>][] = [
  [
    'settings',
    'settings',
    defaultSettings('US'),
    async (area) => {
      const settings = await createSettingsStore({ area, locale: 'en-US' }).load();
      expect(SettingsSchema.safeParse(settings).success).toBe(true);
    },
  ],
  [
    'the team',
    'team',
    team,
    async (area) => {
      const config = await createTeamConfigFile(area).load();
      expect(config === null || TeamConfigSchema.safeParse(config).success).toBe(true);
    },
  ],
  [
    'its members',
    'team-members',
    [{ id: uuid, name: 'Priya', left: false }],
    async (area) => {
      for (const { id, name, left } of await createMembersFile(area).load()) {
        expect([typeof id, typeof left]).toEqual(['string', 'boolean']);
        expect(name.length).toBeLessThanOrEqual(1_000);
      }
    },
  ],
  [
    'who is calling',
    'team-calls',
    [{ callbackId: uuid, member: { id: 'x', name: 'Priya' } }],
    async (area) => {
      for (const { member } of await createLiveFile(area).calls()) expect(typeof member.name).toBe('string');
    },
  ],
  [
    'what a site was learned of',
    'site-memory:crm.example',
    memory,
    async (area) => {
      const memories = createSiteMemories(area, () => 'salt');
      const { hints, records } = await memories.load('crm.example');
      expect([Array.isArray(hints), Number.isInteger(records)]).toEqual([true, true]);
      for (const { site } of await memories.list()) expect(typeof site).toBe('string');
    },
  ],
  [
    'the state of backups',
    'backup',
    { lastAt: 1, importedAt: null, quietUntil: null, daily: true, dailyTriedAt: null, dailyProblem: null },
    async (area) => expect(typeof (await createBackupStateFile(area).load()).daily).toBe('boolean'),
  ],
  [
    'habits',
    'panel-habits',
    { firstMinuteDone: true, singleKeys: false },
    async (area) => expect(typeof (await createPanelHabits(area).load()).singleKeys).toBe('boolean'),
  ],
  [
    'the key while unlocked',
    'lock-key',
    { key: new Uint8Array(32).toBase64() },
    async (area) => {
      const key = await createSessionLock(area).dataKey();
      expect(key === null || key.length === 32).toBe(true);
    },
  ],
  [
    'wrong guesses',
    'lock-guesses',
    { failures: 2, lastAt: 1 },
    async (area) => expect((await createSessionLock(area).guesses()).failures).toBeGreaterThanOrEqual(0),
  ],
  [
    'times for reminders while locked',
    'lock-times',
    { [uuid]: { tag: 't', happenedAt: 1, window: [1, 2] } },
    async (area) => {
      for (const { tag } of Object.values(await createSessionLock(area).times()))
        expect(typeof tag).toBe('string');
    },
  ],
];

test.each(readers)(
  '%s: whatever stands in the storage, it is valid or as good as nothing',
  async (_, key, valid, read) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyValue, nearly(valid)), async (value) => {
        let stored: Record<string, unknown>;
        try {
          stored = structuredClone({ [key]: value });
        } catch {
          // No browser would store it.
          return;
        }
        await read(createMemoryStorage(stored));
      }),
      { numRuns: 150 },
    );
  },
);

test('whatever is kept of a passcode opens nothing but with its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyValue, nearly(lock)), async (record) => {
      const session = createSessionLock(createMemoryStorage());
      const guess = await tryPasscode('guess', { session, record: async () => record, now: () => 0 });
      expect(guess.right).toBe(false);
    }),
    { numRuns: 100 },
  );
});
