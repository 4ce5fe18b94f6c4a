import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import type { StorageArea } from '../../lib/platform/storage.ts';
import type { TeamConfigFile } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createLiveFile } from '../../lib/team/live-file.ts';
import { createPresence } from '../../lib/team/presence.ts';
import { createTeamSync } from '../../lib/team/sync/engine.ts';

export interface TeamSyncContext {
  repository: PrivateRepositories['team'];
  config: Pick<TeamConfigFile, 'load'>;
  session: StorageArea;
  onStored: () => void;
}

/** Sync with what the browser gives it. This module holds NATS: Firefox loads it only where there is a team. */
export function startTeam({ repository, config, session, onStored }: TeamSyncContext) {
  const live = createLiveFile(session);
  const after = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  const presence = createPresence({ now: Date.now, after, onCalls: (calls) => void live.tellCalls(calls) });
  const sync = createTeamSync({
    repository,
    connect: async () => {
      const team = await config.load();
      if (!team) throw new Error('no team');
      return connectTeam(team);
    },
    now: Date.now,
    after,
    onStored,
    onLost: (lost) =>
      void live.tellTaken(lost.map(({ id, to }) => ({ callbackId: id, name: to.name, at: Date.now() }))),
    onStatus: (status) => void live.tellStatus(status),
    onConnection: presence.connect,
  });
  return { wake: sync.wake, stop: sync.stop, calling: presence.calling };
}
