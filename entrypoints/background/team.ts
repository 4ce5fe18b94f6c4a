import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import type { SealedArea } from '../../lib/settings/sealed-area.ts';
import { createTeamConfigFile } from '../../lib/team/config.ts';
import { loadTeamSync } from './load-team-sync.ts';
import type { startTeam, TeamSyncContext } from './team-sync.ts';

interface TeamDeps extends Omit<TeamSyncContext, 'config' | 'database'> {
  database: TeamSyncContext['database'] & Pick<PrivateRepositories, 'isLocked'>;
  /** Where the team is kept, sealed under a passcode. */
  area: SealedArea;
}

/** The team's list, where there is a team: nothing is loaded or connected before that. */
export function createTeam({ database, settings, onStored, area }: TeamDeps) {
  const config = createTeamConfigFile(area);
  let starting: Promise<ReturnType<typeof startTeam>> | null = null;

  /** Null where there is none, or it is locked. Read every time: it is joined, left and locked in another context. */
  async function team() {
    if (await database.isLocked()) {
      // Who left the browser open is not to keep receiving what nobody here may read.
      await (await starting)?.stop();
      return null;
    }
    if (!(await database.team.state()) || !(await config.load())) return null;
    starting ??= loadTeamSync().then(({ startTeam }) =>
      startTeam({ database, config, area, settings, onStored }),
    );
    return starting;
  }

  return {
    /** Something was written, or it is time to look: connects where nothing is open, and hands in what waits. */
    wake: async () => (await team())?.wake(),
    /** Joined, left, or another key: what is open belongs to what was. */
    async changed(): Promise<void> {
      await (await starting)?.stop();
      await (await team())?.wake();
    },
    calling: async (callbackId: string | null) => (await team())?.calling(callbackId),
  };
}
