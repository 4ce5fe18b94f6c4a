import type { Callback, Owner } from '../domain/callback.ts';
import { ownerId, personNamed } from '../domain/people.ts';
import type { Settings } from '../domain/settings.ts';
import type { TeamAccess, TeamConfig, TeamConfigFile } from '../team/config.ts';
import type { MembersFile } from '../team/members-file.ts';
import type { TeamConnection } from '../team/types.ts';

export interface MembershipDeps {
  file: TeamConfigFile;
  membersFile: MembersFile;
  loadSetup: () => Promise<typeof import('../team/setup.ts')>;
  repositories: {
    callbacks: {
      open(): Promise<Callback[]>;
      update(id: string, change: (stored: Callback) => Callback): Promise<Callback>;
    };
    team: {
      join(how: { teamId: string; clientId: string; share: boolean }): Promise<void>;
      leave(how: { keepEntries: boolean }): Promise<void>;
    };
  };
  saveSettings: (change: Partial<Settings>) => Promise<unknown>;
  /** Tells the background that there is a team, another one, or none any more. */
  onChanged: () => void;
  newId: () => string;
  /** Epoch ms. */
  now: () => number;
}

/** Works over a connection of its own, which ends with the work. */
export type Connected = <T>(own: TeamConfig, work: (connection: TeamConnection) => Promise<T>) => Promise<T>;

/** Coming into a team and going again: what the server, the stored list and the settings are told. */
export function createMembership(deps: MembershipDeps, connected: Connected) {
  /** Open entries of somebody as somebody else's: the same person under another id. */
  async function reown(from: string, owner: Owner | null): Promise<void> {
    const { callbacks } = deps.repositories;
    for (const { id, owner: now } of await callbacks.open()) {
      if (now?.id === from) await callbacks.update(id, (stored) => ({ ...stored, owner }));
    }
  }

  /** Works with the team from here on: the last step, so that nothing half done is left where one before it fails. */
  async function enter(access: TeamAccess, yourName: string, share: boolean): Promise<void> {
    const { introduce, ownRecord, randomBytes, toText } = await deps.loadSetup();
    const name = yourName.trim();
    const member = { id: deps.newId(), name, seed: toText(randomBytes(32)) };
    const own: TeamConfig = { ...access, member, joinedAt: deps.now() };
    await connected(own, async (connection) => introduce(connection, await ownRecord(own)));
    // What is mine here becomes mine in the team, shared or not: there a name alone does not tell who somebody is.
    await reown(ownerId(name), { id: member.id, name });
    await deps.file.save(own);
    await deps.saveSettings({ memberId: member.id, yourName: name });
    await deps.repositories.team.join({ teamId: access.teamId, clientId: deps.newId(), share });
    deps.onChanged();
  }

  return {
    enter,
    /** Works alone again; the others are told where the server can be reached, and leaving does not wait for it. */
    async leave(own: TeamConfig, keepEntries: boolean): Promise<void> {
      const { markLeft, ownRecord } = await deps.loadSetup();
      const told = connected(own, async (connection) => markLeft(connection, await ownRecord(own)));
      await told.catch(() => undefined);
      await deps.repositories.team.leave({ keepEntries });
      if (keepEntries) await reown(own.member.id, personNamed(own.member.name));
      await deps.file.forget();
      await deps.membersFile.forget();
      await deps.saveSettings({ memberId: '' });
    },
  };
}

/** Gives the member another name; an empty one leaves the old. @returns whether anything changed */
export async function renameMember(file: TeamConfigFile, yourName: string): Promise<boolean> {
  const own = await file.load();
  const name = yourName.trim();
  if (!own || name === '' || own.member.name === name) return false;
  await file.update((stored) => ({ ...stored, member: { ...stored.member, name } }));
  return true;
}
