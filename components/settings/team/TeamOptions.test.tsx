// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import { renameMember } from '../../../lib/stores/team-membership.ts';
import { createTeamStore, type TeamStoreDeps } from '../../../lib/stores/team-store.ts';
import { createTeamConfigFile, type TeamAccess } from '../../../lib/team/config.ts';
import { ConnectError, connectProblems } from '../../../lib/team/connect-problem.ts';
import { randomBytes, toText } from '../../../lib/team/crypto/bytes.ts';
import { readInvite, writeInvite } from '../../../lib/team/invite.ts';
import { createMembersFile } from '../../../lib/team/members-file.ts';
import type { TeamRules } from '../../../lib/team/rules.ts';
import type * as setup from '../../../lib/team/setup.ts';
import type { TeamConnection } from '../../../lib/team/types.ts';
import { aDatabase, fillDisk } from '../../../tests/support/unit/database.ts';
import { aCallback, idAt } from '../../../tests/support/unit/entries.ts';
import { all, choose, click, field, get, says, show, type } from '../../../tests/support/unit/screen.ts';
import { problemWords } from '../../team/team-words.ts';
import { TeamOptions } from './TeamOptions.tsx';

const rules: TeamRules = { retentionDays: 30, figuresByOwner: false };

const access: TeamAccess = {
  server: 'wss://lists.example.com',
  credentials: { kind: 'password', user: 'chris', password: 'secret' },
  teamId: 'acme',
  teamName: 'Acme service desk',
  secrets: [toText(randomBytes(32))],
};

/** The set-up without a server: what it would do there is a mock. */
function fakeSetup() {
  const close = vi.fn(async () => {});
  const connectTeam = vi.fn(async () => ({ nc: { close } }) as unknown as TeamConnection);
  return {
    connectTeam,
    tryEverything: vi.fn(async () => {}),
    ConnectError,
    createTeam: vi.fn<typeof setup.createTeam>(async ({ passphrase: _, ...team }) => ({
      ...team,
      secrets: access.secrets,
    })),
    openTeam: vi.fn<typeof setup.openTeam>(async () => access),
    randomBytes,
    toText,
    readInvite,
    writeInvite,
    allRecords: vi.fn(async () => []),
    introduce: vi.fn(async () => {}),
    markLeft: vi.fn(async () => {}),
    ownRecord: vi.fn<typeof setup.ownRecord>(async ({ member }) => ({
      ...member,
      publicKey: '',
      left: false,
    })),
    changeKey: vi.fn<typeof setup.changeKey>(async () => [toText(randomBytes(32))]),
    readRules: vi.fn(async () => rules),
    changeRules: vi.fn(async (_: unknown, changes: Partial<TeamRules>) => ({ ...rules, ...changes })),
    readTeamRecord: vi.fn<typeof setup.readTeamRecord>(async () => ({
      record: { salt: '', keyId: '', check: '', requestKey: 'the-public-key' },
      revision: 1,
    })),
    requestSubject: (teamId: string) => `ringback.${teamId}.requests`,
    refusedRequests: vi.fn<typeof setup.refusedRequests>(async () => [
      { key: 'meta.refused.7', at: 1_000, why: 'number: Invalid input', start: '{"number":5}' },
    ]),
    dropRefused: vi.fn(async () => {}),
  };
}

async function theTeam(first: 'start' | 'join' | null = null, changes: Partial<TeamStoreDeps> = {}) {
  const area = createMemoryStorage();
  const file = createTeamConfigFile(area);
  const repositories = aDatabase();
  const server = fakeSetup();
  const saveSettings = vi.fn(async () => {});
  const onChanged = vi.fn();
  const copyText = vi.fn(async () => {});
  const membersFile = createMembersFile(area);
  const store = await createTeamStore({
    file,
    membersFile,
    loadSetup: async () => server,
    repositories,
    saveSettings,
    memberId: () => '',
    onChanged,
    sync: signal(null),
    newId: () => crypto.randomUUID(),
    now: () => 1_000,
    ...changes,
  });
  show(<TeamOptions store={store} first={first} yourName="Chris" copyText={copyText} />);
  return { store, file, membersFile, repositories, server, saveSettings, onChanged, copyText };
}

/** A field that hides what is in it has no role: it is found by its label. */
function secret(label: string): HTMLElement {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLElement;
}

const done = (text: string) => vi.waitFor(() => expect(says()).toBe(text), { timeout: 5_000 });

describe('a team is started', () => {
  async function filledIn() {
    const team = await theTeam('start');
    type(field('Server'), 'lists.example.com');
    type(field('User'), 'lead');
    type(secret('Password'), 'hers');
    type(field('Team name'), 'Northgate Sérvice');
    type(secret('Team passphrase'), 'we call back in time');
    return team;
  }

  test('with what is here already, in the agent’s new name', async () => {
    const { repositories, file, server, saveSettings, onChanged } = await filledIn();
    const mine = { ...aCallback(), owner: { id: 'chris', name: 'Chris' } };
    await repositories.callbacks.add([
      mine,
      { ...aCallback(), id: idAt(2), owner: { id: 'kim', name: 'Kim' } },
    ]);
    click(get('button', 'Start the team'));
    await done('The team is there. Invite your colleagues.');
    expect(server.createTeam.mock.calls[0]?.[0]).toMatchObject({
      server: 'wss://lists.example.com',
      teamId: 'northgate-service',
      credentials: { kind: 'password', user: 'lead' },
    });
    const member = (await file.load())?.member;
    expect(saveSettings).toHaveBeenCalledWith({
      memberId: member?.id,
      yourName: 'Chris',
      insightsByOwner: false,
    });
    expect((await repositories.callbacks.open()).map(({ owner }) => owner?.id)).toEqual([member?.id, 'kim']);
    expect(await repositories.team.waiting()).toHaveLength(2);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(document.body.textContent).toContain('You are Chris in “Northgate Sérvice”.');
  });

  test('what is wrong is said, and what was typed stays', async () => {
    const { server, file } = await filledIn();
    type(secret('Password'), '');
    click(get('button', 'Start the team'));
    await vi.waitFor(() => expect(get('alert').textContent).toBe('Fill in how to sign in.'));
    type(secret('Password'), 'hers');
    type(secret('Team passphrase'), 'short');
    click(get('button', 'Start the team'));
    await vi.waitFor(() =>
      expect(get('alert').textContent).toBe('The passphrase needs at least 12 characters.'),
    );
    type(secret('Team passphrase'), 'we call back in time');
    server.createTeam.mockRejectedValueOnce(new ConnectError('server-too-old', '2.9.10'));
    click(get('button', 'Start the team'));
    await vi.waitFor(() => expect(get('alert').textContent).toContain('too old (2.9.10)'));
    expect((field('Server') as HTMLInputElement).value).toBe('lists.example.com');
    expect(await file.load()).toBeNull();
  });

  test('where it is there already, its passphrase brings a lead back', async () => {
    const { server, file } = await filledIn();
    server.createTeam.mockRejectedValueOnce(new ConnectError('team-exists'));
    click(get('button', 'Start the team'));
    await vi.waitFor(() => click(get('button', 'Come back to it with this passphrase')));
    await done('You are in. The list comes in the background.');
    expect((await file.load())?.teamName).toBe('Acme service desk');
  });
});

describe('a team is joined', () => {
  test('with one code', async () => {
    const { file, server, repositories } = await theTeam('join');
    await repositories.callbacks.add([{ ...aCallback(), owner: { id: 'chris', name: 'Chris' } }]);
    type(field('Invite code'), `${await writeInvite(access)}\n`);
    click(get('checkbox', 'Share the callbacks that are here already'));
    click(get('button', 'Join the team'));
    await done('You are in. The list comes in the background.');
    // What is not shared stays mine all the same: the badge and reminders count it.
    const member = (await file.load())?.member;
    expect((await repositories.callbacks.open()).map(({ owner }) => owner?.id)).toEqual([member?.id]);
    expect(await repositories.team.waiting()).toEqual([]);
    expect(await file.load()).toMatchObject(access);
    expect(server.introduce).toHaveBeenCalledOnce();
    expect(await repositories.team.state()).toMatchObject({ teamId: 'acme' });
  });

  test.each(['file', 'list', 'settings'] as const)(
    'or not at all where the %s cannot be stored',
    async (what) => {
      const { file, repositories, store, saveSettings, server } = await theTeam('join');
      await repositories.callbacks.add([{ ...aCallback(), owner: { id: 'chris', name: 'Chris' } }]);
      const full = new Error('The disk is full.');
      if (what === 'file') vi.spyOn(file, 'save').mockRejectedValueOnce(full);
      if (what === 'settings') saveSettings.mockRejectedValueOnce(full);
      const emptyDisk = what === 'list' ? fillDisk('team', 'put') : () => {};
      await store.join({ code: await writeInvite(access), yourName: 'Chris', share: true });
      emptyDisk();
      expect(server.introduce).toHaveBeenCalledOnce();
      expect(store.problem.value).toMatchObject({ why: 'storage' });
      expect((await repositories.callbacks.open()).map(({ owner }) => owner?.id)).toEqual(['chris']);
      expect(await file.load()).toBeNull();
      expect(await repositories.team.state()).toBeNull();
    },
  );

  test('and what a closed page broke off goes on, or is as if it had never begun', async () => {
    const joined = await theTeam('join');
    await joined.store.join({ code: await writeInvite(access), yourName: 'Chris', share: false });
    const { file, repositories } = joined;
    const again = await theTeam(null, { file, repositories });
    const memberId = (await file.load())?.member.id;
    expect(again.store.config.value).not.toBeNull();
    expect(again.saveSettings).toHaveBeenCalledWith({ memberId });
    await repositories.team.leave({ keepEntries: true, own: null });
    expect((await theTeam(null, { file, repositories })).store.config.value).toBeNull();
  });

  test('not with a wrong one, nor with one whose key is not the team’s', async () => {
    const { file, server, repositories } = await theTeam('join');
    type(field('Invite code'), 'hello');
    click(get('button', 'Join the team'));
    await vi.waitFor(() => expect(get('alert').textContent).toBe('This is no invite code.'));
    server.connectTeam.mockRejectedValueOnce(new ConnectError('wrong-key'));
    type(field('Invite code'), await writeInvite(access));
    click(get('button', 'Join the team'));
    await vi.waitFor(() => expect(get('alert').textContent).toContain('That is not the team’s key.'));
    expect(await file.load()).toBeNull();
    expect(await repositories.team.state()).toBeNull();
  });
});

describe('in a team', () => {
  async function joined() {
    const team = await theTeam('join');
    await team.store.join({ code: await writeInvite(access), yourName: 'Chris', share: false });
    const me = (await team.file.load())?.member.id ?? '';
    const alex = crypto.randomUUID();
    await team.membersFile.save([
      { id: me, name: 'Chris', left: false },
      { id: alex, name: 'Alex', left: false },
      { id: crypto.randomUUID(), name: 'Robin', left: true },
    ]);
    await vi.waitFor(() => expect(all('listitem')).toHaveLength(3));
    return { ...team, alex };
  }

  test('the members are named, with who I am and who has left', async () => {
    await joined();
    const names = all('listitem').map(({ textContent }) => textContent);
    expect(names).toEqual(['Chris (you)', 'Alex', 'Robin (has left)']);
  });

  test('another name is kept for the team, and none at all is not', async () => {
    const { file } = await joined();
    const id = (await file.load())?.member.id;
    expect(await renameMember(file, ' Chris B. ')).toBe(true);
    expect(await renameMember(file, '')).toBe(false);
    expect((await file.load())?.member).toMatchObject({ id, name: 'Chris B.' });
  });

  test('an invite hands over the credentials it is made with', async () => {
    const { copyText } = await joined();
    choose(get('combobox', 'Sign in with'), 'password');
    type(field('User'), 'alex');
    type(secret('Password'), 'hers');
    click(get('button', 'Make the invite'));
    const code = await vi.waitFor(() => field('Invite code').value);
    expect(await readInvite(code)).toMatchObject({
      access: { ...access, credentials: { kind: 'password', user: 'alex', password: 'hers' } },
    });
    click(get('button', 'Copy the code'));
    expect(copyText).toHaveBeenCalledWith(code);
  });

  test('the connection is tried, and the retention of the server told and changed', async () => {
    const { server } = await joined();
    click(get('button', 'Test the connection'));
    await done('The connection works.');
    choose(get('spinbutton', 'Keep closed callbacks on the server for'), '14');
    await done('Saved for the whole team.');
    expect(server.changeRules).toHaveBeenCalledWith(expect.anything(), { retentionDays: 14 });
  });

  test('figures by owner are switched on for the whole team, or for nobody', async () => {
    const { server } = await joined();
    expect(all('checkbox', 'Show figures by owner')).toEqual([]);
    click(get('button', 'Test the connection'));
    await done('The connection works.');
    expect((get('checkbox', 'Show figures by owner') as HTMLInputElement).checked).toBe(false);
    click(get('checkbox', 'Show figures by owner'));
    await done('Saved for the whole team.');
    expect(server.changeRules).toHaveBeenCalledWith(expect.anything(), { figuresByOwner: true });
    expect((get('checkbox', 'Show figures by owner') as HTMLInputElement).checked).toBe(true);
  });

  test('what outsiders need is told, and what of theirs was refused, with the reason', async () => {
    const { server } = await joined();
    click(get('button', 'Test the connection'));
    await done('The connection works.');
    expect(document.body.textContent).toContain('publishes to ringback.acme.requests');
    expect(field('Public key to seal requests to').value).toBe('the-public-key');
    expect(get('list', 'Refused requests').textContent).toContain('number: Invalid input');
    click(get('button', 'Empty this list'));
    await vi.waitFor(() => expect(document.body.textContent).toContain('None was refused.'));
    expect(server.dropRefused).toHaveBeenCalledWith(expect.anything(), ['meta.refused.7']);
  });

  test('the key is changed for all but who is ticked', async () => {
    const { server, alex, file } = await joined();
    click(get('checkbox', 'Alex'));
    type(secret('New team passphrase'), 'nobody else reads it');
    click(get('button', 'Change the key now'));
    await done('The key was changed. Invites made before no longer work.');
    expect(server.changeKey.mock.calls[0]?.[2]).toMatchObject({ leaving: [alex] });
    expect((await file.load())?.secrets).not.toEqual(access.secrets);
  });

  test('it is left, also where the server is away, with the callbacks or without them', async () => {
    const { repositories, file, server, store, saveSettings } = await joined();
    await repositories.callbacks.add([aCallback()]);
    server.connectTeam.mockRejectedValueOnce(new ConnectError('unreachable'));
    click(get('button', 'Leave and keep the callbacks here'));
    await done('You have left the team.');
    expect(await file.load()).toBeNull();
    expect(saveSettings).toHaveBeenLastCalledWith({ memberId: '', insightsByOwner: false });
    expect(await repositories.callbacks.countOpen()).toBe(1);
    expect(await repositories.team.state()).toBeNull();
    await store.join({ code: await writeInvite(access), yourName: 'Chris', share: true });
    await store.leave({ keepEntries: false });
    expect(await repositories.callbacks.countOpen()).toBe(0);
    get('button', 'Start a team');
  });
});

test('every problem has words of its own', () => {
  const words = connectProblems.map((why) => problemWords({ why, detail: '' }));
  expect(new Set(words).size).toBe(connectProblems.length);
});
