import { expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../../lib/platform/memory-storage.ts';
import { type TeamConfig, teamConfigName } from '../../lib/team/config.ts';
import { createTeamArea } from '../../lib/team/team-area.ts';
import { aProfile } from '../../tests/support/unit/lock.ts';
import { loadTeamSync } from './load-team-sync.ts';
import { createTeam } from './team.ts';

vi.mock('./load-team-sync.ts', () => ({ loadTeamSync: vi.fn() }));

const secret = 'A'.repeat(43);
const config: TeamConfig = {
  server: 'wss://nats.example.com',
  credentials: { kind: 'password', user: 'front-desk', password: 'hush-hush' },
  teamId: 'dental',
  teamName: 'Dental',
  secrets: [secret],
  member: { id: '6b1b36cb-8fc3-4a02-9d0a-7a4b1f6e7a10', name: 'Priya', seed: secret },
  joinedAt: 1,
};

async function aTeamUnderAPasscode() {
  const profile = aProfile();
  const database = profile.aWindow();
  const storage = createMemoryStorage();
  const area = createTeamArea(storage, database.keys, database.lockKeyId);
  const sync = { wake: vi.fn(async () => {}), stop: vi.fn(async () => {}), calling: vi.fn() };
  vi.mocked(loadTeamSync).mockResolvedValue({ startTeam: () => sync });
  await area.set(teamConfigName, config);
  await database.team.join({ teamId: 'dental', clientId: 'client', share: false });
  const { record, dataKey } = await profile.newLock();
  await database.keys.ready();
  await database.lock.turnOn(record);
  await area.seal();
  const load = async () => (await import('../../lib/domain/settings.ts')).defaultSettings('US');
  const team = createTeam({ database, settings: { load, save: vi.fn() }, area, onStored: () => {} });
  return { ...profile, database, storage, sync, team, dataKey };
}

test('the connection is there while it is unlocked, closed when it is locked, and there again after', async () => {
  const { team, sync, session, dataKey } = await aTeamUnderAPasscode();
  await team.wake();
  expect(sync.wake).toHaveBeenCalledOnce();
  expect(sync.stop).not.toHaveBeenCalled();

  await session.lock();
  await team.wake();
  await team.calling('someone');
  expect(sync.stop).toHaveBeenCalled();
  expect(sync.wake).toHaveBeenCalledOnce();
  expect(sync.calling).not.toHaveBeenCalled();

  await session.unlock(dataKey, 0);
  await team.wake();
  expect(sync.wake).toHaveBeenCalledTimes(2);
});

test('a background that starts while it is locked loads nothing of the team’s', async () => {
  const { team, session } = await aTeamUnderAPasscode();
  vi.mocked(loadTeamSync).mockClear();
  await session.lock();
  await team.wake();
  expect(loadTeamSync).not.toHaveBeenCalled();
});

test('how the server is reached and the team’s key are not to be read in the profile', async () => {
  const { storage, session } = await aTeamUnderAPasscode();
  const onDisk = async () => JSON.stringify(await storage.getAll());
  expect(await onDisk()).not.toMatch(/hush-hush|front-desk|nats\.example|AAAAAAAA|Priya/);
  await session.lock();
  expect(await onDisk()).toContain('sealed');
});
