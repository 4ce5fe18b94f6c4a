import type { TeamRepository } from '../db/team-repository.ts';
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
    team: Pick<TeamRepository, 'state' | 'join' | 'leave'>;
  };
  /** Who the agent is as the settings have it; '' for nobody's member. */
  memberId: () => string;
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
  const { file, membersFile } = deps;
  const { team } = deps.repositories;

  /** The list as that of somebody who works alone, with their own entries under their name, in one transaction. */
  const leaveTeam = ({ member }: TeamConfig, keepEntries: boolean) =>
    team.leave({ keepEntries, own: { from: member.id, to: personNamed(member.name) } });

  /** Works with the team from here on: the last step, so that nothing half done is left where one before it fails. */
  async function enter(access: TeamAccess, yourName: string, share: boolean): Promise<void> {
    const { introduce, ownRecord, randomBytes, toText } = await deps.loadSetup();
    const name = yourName.trim();
    const member = { id: deps.newId(), name, seed: toText(randomBytes(32)) };
    const own: TeamConfig = { ...access, member, joinedAt: deps.now() };
    await connected(own, async (connection) => introduce(connection, await ownRecord(own)));
    try {
      // Without a team in the list the file counts for nothing (see `stored`): a page closed in between joined none.
      await file.save(own);
      // What is mine here becomes mine in the team, shared or not: there a name alone does not tell who somebody is.
      const mine = { from: ownerId(name), to: { id: member.id, name } };
      await team.join({ teamId: access.teamId, clientId: deps.newId(), share, own: mine });
      // Last: as long as no member is set every entry concerns the agent, and none goes without a reminder.
      // Figures by owner are for the team to switch on, and its rules are heard with the first connection.
      await deps.saveSettings({ memberId: member.id, yourName: name, insightsByOwner: false });
    } catch (error) {
      await leaveTeam(own, true).catch(() => undefined);
      await file.forget().catch(() => undefined);
      throw error;
    }
    deps.onChanged();
  }

  return {
    enter,

    /** The team that was joined, null where there is none or joining it was broken off; ends what was nearly done. */
    async stored(): Promise<TeamConfig | null> {
      const own = (await team.state()) ? await file.load() : null;
      if (own && deps.memberId() !== own.member.id) await deps.saveSettings({ memberId: own.member.id });
      return own;
    },

    /** Works alone again; the others are told where the server can be reached, and leaving does not wait for it. */
    async leave(own: TeamConfig, keepEntries: boolean): Promise<void> {
      const { markLeft, ownRecord } = await deps.loadSetup();
      const told = connected(own, async (connection) => markLeft(connection, await ownRecord(own)));
      await told.catch(() => undefined);
      await deps.saveSettings({ memberId: '', insightsByOwner: false });
      await leaveTeam(own, keepEntries);
      await file.forget();
      await membersFile.forget();
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
