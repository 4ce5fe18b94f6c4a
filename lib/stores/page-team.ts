import { signal } from '@preact/signals';
import { v4 as newId } from 'uuid';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import type { Settings } from '../domain/settings.ts';
import { sendToBackground } from '../messaging/messages.ts';
import { type StorageArea, sessionStorageArea } from '../platform/storage.ts';
import { createTeamConfigFile } from '../team/config.ts';
import { createMembersFile } from '../team/members-file.ts';
import { renameMember } from './team-membership.ts';
import { createTeamStore, type TeamStore } from './team-store.ts';
import { hearOfSync, type TeamSync } from './team-sync.ts';

/** The team's set-up with what a page of ours has. @param area where the team is kept, sealed under a passcode */
export function createPageTeam(
  repositories: Pick<PrivateRepositories, 'team'>,
  saveSettings: (change: Partial<Settings>) => Promise<unknown>,
  memberId: () => string,
  area: StorageArea,
): Promise<TeamStore> {
  const sync = signal<TeamSync | null>(null);
  void hearOfSync(sync, sessionStorageArea);
  return createTeamStore({
    sync,
    file: createTeamConfigFile(area),
    membersFile: createMembersFile(area),
    loadSetup: () => import('../team/setup.ts'),
    repositories,
    saveSettings,
    memberId,
    onChanged: () => {
      sendToBackground({ type: 'team-changed' });
    },
    newId,
    now: Date.now,
  });
}

/** The agent's name as the team knows them, where it was changed in the options: the id stays. */
export async function keepMemberName(yourName: string, area: StorageArea): Promise<void> {
  if (await renameMember(createTeamConfigFile(area), yourName)) {
    sendToBackground({ type: 'team-changed' });
  }
}
