import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { TeamOptions } from '../../../components/settings/team/TeamOptions.tsx';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import type { TeamProblem } from '../../../lib/stores/team-form.ts';
import { createTeamStore, type TeamStore } from '../../../lib/stores/team-store.ts';
import type { TeamSync } from '../../../lib/stores/team-sync.ts';
import { createTeamConfigFile, type TeamConfig } from '../../../lib/team/config.ts';
import { createMembersFile } from '../../../lib/team/members-file.ts';
import { aDatabase } from '../unit/database.ts';

/** How keeping in step may stand, for the panel and the options alike. */
export const syncs = {
  read: {
    state: 'catching up',
    problem: null,
    progress: { done: 7_500, of: 20_000 },
    ignored: 0,
    tooLong: 0,
  },
  offline: { state: 'offline', problem: null, progress: null, ignored: 0, tooLong: 2 },
  refused: {
    state: 'refused',
    problem: { why: 'wrong-key', detail: '' },
    progress: null,
    ignored: 0,
    tooLong: 0,
  },
  well: { state: 'in step', problem: null, progress: null, ignored: 3, tooLong: 0 },
} satisfies Record<string, TeamSync>;

const secret = 'A'.repeat(43);
const me = '01890a5d-ac96-774b-bcce-b302099a8057';
const config: TeamConfig = {
  server: 'wss://callbacks.internal.northgate-home-services.example.com:8443',
  credentials: { kind: 'password', user: 'sam', password: 'x' },
  teamId: 'northgate',
  teamName: 'Northgate Home Services, second floor',
  secrets: [secret],
  member: { id: me, name: 'Sam Agent', seed: secret },
  joinedAt: 1,
};
const members = [
  { id: me, name: 'Sam Agent', left: false },
  {
    id: '01890a5d-ac96-774b-bcce-b302099a8058',
    name: 'Alexandrina Featherstonehaugh-Wolkenstein',
    left: false,
  },
  { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Robin', left: true },
];

async function options(
  first: 'start' | 'join' | null,
  stored: TeamConfig | null,
  changes: Partial<{ [K in keyof TeamStore]: unknown }> = {},
): Promise<ComponentChild> {
  const area = createMemoryStorage(stored ? { team: stored } : {});
  const membersFile = createMembersFile(area);
  const repositories = aDatabase();
  if (stored) await repositories.team.join({ teamId: stored.teamId, clientId: me, share: false });
  if (stored) await membersFile.save(members);
  const store = await createTeamStore({
    file: createTeamConfigFile(area),
    membersFile,
    loadSetup: () => new Promise(() => {}),
    repositories,
    saveSettings: async () => {},
    memberId: () => (stored ? me : ''),
    onChanged: () => {},
    newId: () => me,
    now: () => 1,
    sync: signal(syncs.well),
  });
  const shown = { ...store, ...changes } as TeamStore;
  return (
    <main class="page options">
      <h1>Options</h1>
      <section id="team">
        <h2>Team</h2>
        <TeamOptions store={shown} first={first} yourName="Sam Agent" copyText={async () => {}} />
      </section>
    </main>
  );
}

const problem = (why: TeamProblem['why'], detail = '') => ({ problem: signal({ why, detail }) });

/** Options → Team, in what it may come to. */
export const teamPages: Record<string, () => Promise<ComponentChild>> = {
  'a team is started': () => options('start', null, problem('server-too-old', '2.9.10')),
  'a team is joined': () => options('join', null, problem('unreachable-or-tls')),
  'in a team': () =>
    options(null, config, {
      rules: signal({ retentionDays: 30, figuresByOwner: false }),
      invite: signal(`RB1-${'aB3-'.repeat(60)}`),
      progress: signal({ done: 300, of: 1_200 }),
      requests: signal({
        subject: 'ringback.northgate.requests',
        publicKey: 'mK8'.repeat(14),
        refused: [
          {
            key: 'meta.refused.7',
            at: 1_773_236_000_000,
            why: 'number: Invalid input',
            start: '{"number":5,"reason":"no text"}',
          },
        ],
      }),
    }),
};
