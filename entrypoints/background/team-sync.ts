import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import { dayRules } from '../../lib/domain/settings.ts';
import { reasonWords } from '../../lib/i18n/words.ts';
import { type StorageArea, sessionStorageArea } from '../../lib/platform/storage.ts';
import type { SettingsStore } from '../../lib/settings/settings-store.ts';
import { accompany } from '../../lib/team/companion.ts';
import { type TeamConfigFile, withNewSecret } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createLiveFile } from '../../lib/team/live-file.ts';
import { createMembersFile } from '../../lib/team/members-file.ts';
import { createPresence } from '../../lib/team/presence.ts';
import type { TeamRules } from '../../lib/team/rules.ts';
import { createTeamSync } from '../../lib/team/sync/engine.ts';
import type { TeamConnection } from '../../lib/team/types.ts';

export interface TeamSyncContext {
  database: Pick<PrivateRepositories, 'team' | 'callbacks' | 'privacy'>;
  config: TeamConfigFile;
  /** Where members are kept, sealed under a passcode. */
  area: StorageArea;
  settings: Pick<SettingsStore, 'load' | 'save'>;
  /** Entries of others were stored. */
  onStored: () => void;
}

/** Closed entries that leave at a time. */
const leavingAtOnce = 200;

/** Sync with what the browser gives it. This module holds NATS: Firefox loads it only where there is a team. */
export function startTeam({ database, config, area, settings, onStored }: TeamSyncContext) {
  const live = createLiveFile(sessionStorageArea);
  const members = createMembersFile(area);
  const zone = () => Temporal.Now.timeZoneId();
  const after = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  const presence = createPresence({ now: Date.now, after, onCalls: (calls) => void live.tellCalls(calls) });
  let leaveAlone: (() => void) | null = null;

  async function connect(): Promise<TeamConnection> {
    const team = await config.load();
    if (!team) throw new Error('no team');
    return connectTeam(team, (secret) => config.update((stored) => withNewSecret(stored, secret)));
  }

  async function dropClosedBefore(cutoff: number): Promise<void> {
    const now = Date.now();
    for (let gone = leavingAtOnce; gone === leavingAtOnce; )
      gone = await database.privacy.ageOut({ cutoff, action: 'delete', limit: leavingAtOnce, now });
    void sync.wake();
  }

  const sync = createTeamSync({
    repository: database.team,
    connect,
    now: Date.now,
    after,
    onStored,
    onLost: (lost) =>
      void live.tellTaken(lost.map(({ id, to }) => ({ callbackId: id, name: to.name, at: Date.now() }))),
    onStatus: (status) => void live.tellStatus(status),
    onConnection(connection) {
      presence.connect(connection);
      leaveAlone?.();
      leaveAlone = connection && goAlong(connection);
    },
  });

  /** Kept with the settings, so that the figures know it without a connection. */
  async function saveRules({ figuresByOwner }: TeamRules): Promise<void> {
    const { insightsByOwner } = await settings.load();
    if (insightsByOwner !== figuresByOwner) await settings.save({ insightsByOwner: figuresByOwner });
  }

  const goAlong = (connection: TeamConnection) =>
    accompany(connection, {
      config: config.load,
      saveMembers: members.save,
      saveRules,
      // The next connection brings the new key.
      onKeyChanged: () => void sync.stop().then(sync.wake),
      dropClosedBefore,
      now: Date.now,
      every: (ms, act) => {
        const timer = setInterval(act, ms);
        return () => clearInterval(timer);
      },
      openCallbacks: database.callbacks.open,
      rules: async () => dayRules(await settings.load(), zone()),
      standInReason: ({ kind }, at, where) => reasonWords(kind, at, where),
      // Tried again with the next connection; nothing of it is lost meanwhile.
      onTrouble: () => {},
    });

  return { wake: sync.wake, stop: sync.stop, calling: presence.calling };
}
