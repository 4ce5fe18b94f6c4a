import { type ReadonlySignal, signal } from '@preact/signals';
import { type Credentials, type TeamConfig, withNewSecret } from '../team/config.ts';
import type { KnownMember } from '../team/members-file.ts';
import type { RefusedRequest } from '../team/requests/refused.ts';
import type { TeamRules } from '../team/rules.ts';
import {
  checkCredentials,
  checkedForm,
  checkName,
  checkPassphrase,
  FormError,
  problemOf,
  type StartForm,
  type TeamProblem,
} from './team-form.ts';
import { type Connected, createMembership, type MembershipDeps } from './team-membership.ts';
import type { TeamSync } from './team-sync.ts';

export type { Credentials, TeamConfig } from '../team/config.ts';

/** What was done last. */
export type TeamNews = 'none' | 'started' | 'joined' | 'works' | 'left' | 'key-changed' | 'rules-saved';

/** Options → Team. Nothing of the team's own code is loaded before the first press. */
export interface TeamStore {
  config: ReadonlySignal<TeamConfig | null>;
  members: ReadonlySignal<KnownMember[]>;
  /** How keeping the list in step stands. */
  sync: ReadonlySignal<TeamSync | null>;
  /** What is being done, for the buttons to wait. */
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<TeamProblem | null>;
  news: ReadonlySignal<TeamNews>;
  /** The invite made last; '' while none was asked for. */
  invite: ReadonlySignal<string>;
  /** While the key is changed: how many values are sealed anew. */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  /** What the whole team goes by; null until the server was asked. */
  rules: ReadonlySignal<TeamRules | null>;
  /** What outsiders need, and what of theirs was refused; null until the server was asked. */
  requests: ReadonlySignal<TeamRequests | null>;
  start(form: StartForm): Promise<void>;
  /** Comes back to a team with its passphrase, where its bucket is there already. */
  comeBack(form: StartForm): Promise<void>;
  join(form: { code: string; yourName: string; share: boolean }): Promise<void>;
  test(): Promise<void>;
  /** @param credentials for whoever is invited; null hands over one's own */
  makeInvite(credentials: Credentials | null): Promise<void>;
  changeKey(passphrase: string, leaving: readonly string[]): Promise<void>;
  changeRules(changes: Partial<TeamRules>): Promise<void>;
  dropRefused(): Promise<void>;
  leave(how: { keepEntries: boolean }): Promise<void>;
}

/** Requests from outside, as a member sees them. */
export interface TeamRequests {
  subject: string;
  /** To seal them to; base64url. */
  publicKey: string;
  refused: RefusedRequest[];
}

export interface TeamStoreDeps extends MembershipDeps {
  sync: ReadonlySignal<TeamSync | null>;
}

export async function createTeamStore(deps: TeamStoreDeps): Promise<TeamStore> {
  const { file, membersFile } = deps;
  const config = signal<TeamConfig | null>(null);
  const members = signal(await membersFile.load());
  const busy = signal(false);
  const problem = signal<TeamProblem | null>(null);
  const news = signal<TeamNews>('none');
  const invite = signal('');
  const progress = signal<{ done: number; of: number } | null>(null);
  const rules = signal<TeamRules | null>(null);
  const requests = signal<TeamRequests | null>(null);
  file.watch((now) => {
    config.value = now;
  });
  membersFile.watch((now) => {
    members.value = now;
  });

  /** One thing at a time; what goes wrong is said, and what was typed stays. */
  async function act(work: (setup: Awaited<ReturnType<typeof deps.loadSetup>>) => Promise<TeamNews>) {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    news.value = 'none';
    try {
      news.value = await work(await deps.loadSetup());
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      progress.value = null;
      busy.value = false;
    }
  }

  const connected: Connected = async (own, work) => {
    const { connectTeam } = await deps.loadSetup();
    const connection = await connectTeam(own, keepSecret);
    try {
      return await work(connection);
    } finally {
      await connection.nc.close();
    }
  };

  const keepSecret = (secret: string) => file.update((stored) => withNewSecret(stored, secret));

  const membership = createMembership(deps, connected);
  config.value = await membership.stored();

  function mine(): TeamConfig {
    if (!config.value) throw new FormError('no-such-team');
    return config.value;
  }

  return {
    config,
    members,
    sync: deps.sync,
    busy,
    problem,
    news,
    invite,
    progress,
    rules,
    requests,
    start: (form) =>
      act(async ({ createTeam }) => {
        await membership.enter(await createTeam(checkedForm(form)), form.yourName, form.share);
        return 'started';
      }),
    comeBack: (form) =>
      act(async ({ openTeam }) => {
        await membership.enter(await openTeam(checkedForm(form)), form.yourName, form.share);
        return 'joined';
      }),
    join: ({ code, yourName, share }) =>
      act(async ({ readInvite }) => {
        checkName(yourName);
        const read = await readInvite(code);
        if (!read.ok) throw new FormError(read.problem);
        await membership.enter(read.access, yourName, share);
        return 'joined';
      }),
    test: () =>
      act(async ({ tryEverything, readRules, readTeamRecord, refusedRequests, requestSubject }) => {
        await connected(mine(), async (connection) => {
          await tryEverything(connection);
          rules.value = await readRules(connection);
          requests.value = {
            subject: requestSubject(mine().teamId),
            publicKey: (await readTeamRecord(connection.kv)).record.requestKey,
            refused: await refusedRequests(connection),
          };
        });
        return 'works';
      }),
    makeInvite: (credentials) =>
      act(async ({ writeInvite }) => {
        if (credentials) checkCredentials(credentials);
        const { server, credentials: own, teamId, teamName, secrets } = mine();
        const access = { server, credentials: credentials ?? own, teamId, teamName, secrets };
        invite.value = await writeInvite(access);
        return 'none';
      }),
    changeKey: (passphrase, leaving) =>
      act(async ({ changeKey }) => {
        checkPassphrase(passphrase);
        const own = mine();
        await connected(own, async (connection) => {
          const secrets = await changeKey(connection, own, {
            passphrase,
            leaving,
            onProgress: (done, of) => {
              progress.value = { done, of };
            },
          });
          await file.update((stored) => ({ ...stored, secrets }));
        });
        invite.value = '';
        deps.onChanged();
        return 'key-changed';
      }),
    changeRules: (changes) =>
      act(async ({ changeRules }) => {
        rules.value = await connected(mine(), (connection) => changeRules(connection, changes));
        deps.onChanged();
        return 'rules-saved';
      }),
    dropRefused: () =>
      act(async ({ dropRefused }) => {
        const keys = requests.value?.refused.map(({ key }) => key) ?? [];
        await connected(mine(), (connection) => dropRefused(connection, keys));
        if (requests.value) requests.value = { ...requests.value, refused: [] };
        return 'none';
      }),
    leave: ({ keepEntries }) =>
      act(async () => {
        await membership.leave(mine(), keepEntries);
        invite.value = '';
        rules.value = null;
        requests.value = null;
        deps.onChanged();
        return 'left';
      }),
  };
}
