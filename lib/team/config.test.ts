import { expect, test } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createTeamConfigFile, type TeamConfig, withNewSecret } from './config.ts';
import { randomBytes, toText } from './crypto/bytes.ts';

const config: TeamConfig = {
  server: 'wss://lists.example.com',
  credentials: { kind: 'token', token: 'letmein' },
  teamId: 'north',
  teamName: 'Northgate',
  secrets: [toText(randomBytes(32))],
  member: { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Chris', seed: toText(randomBytes(32)) },
  joinedAt: 1_000,
};

test('a team is kept, changed over what is stored, told of, and forgotten', async () => {
  const file = createTeamConfigFile(createMemoryStorage());
  const told: (string | undefined)[] = [];
  file.watch((now) => told.push(now?.member.name));
  expect(await file.load()).toBeNull();
  await file.save(config);
  await Promise.all([
    file.update((stored) => ({ ...stored, teamName: 'Southgate' })),
    file.update((stored) => ({ ...stored, member: { ...stored.member, name: 'Chris B.' } })),
  ]);
  expect(await file.load()).toEqual({
    ...config,
    teamName: 'Southgate',
    member: { ...config.member, name: 'Chris B.' },
  });
  await file.forget();
  await file.update((stored) => stored);
  expect(await file.load()).toBeNull();
  expect(told).toEqual(['Chris', 'Chris', 'Chris B.', undefined]);
});

test('what is stored and is no team is none, and nothing that is none gets stored', async () => {
  for (const stored of [1, 'x', {}, { ...config, secrets: [] }, { ...config, server: 'ws://example.com' }]) {
    expect(await createTeamConfigFile(createMemoryStorage({ team: stored })).load()).toBeNull();
  }
  const file = createTeamConfigFile(createMemoryStorage());
  await expect(file.save({ ...config, teamId: 'a.b' })).rejects.toThrow();
  expect(await file.load()).toBeNull();
});

test('a new secret comes first and once, and a team whose key was changed often is still one', async () => {
  const secrets = Array.from({ length: 30 }, () => toText(randomBytes(32)));
  const changed = [...secrets, ...secrets.slice(-1)].reduce(withNewSecret, config);
  expect(changed.secrets).toHaveLength(20);
  expect(changed.secrets.slice(0, 2)).toEqual(secrets.slice(-2).reverse());
  const file = createTeamConfigFile(createMemoryStorage());
  await file.save(changed);
  expect(await file.load()).toEqual(changed);
});
