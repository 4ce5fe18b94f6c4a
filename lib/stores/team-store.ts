import { type ReadonlySignal, signal } from '@preact/signals';
import type { Callback, Owner } from '../domain/callback.ts';
import { ownerId, personNamed } from '../domain/people.ts';
import type { Settings } from '../domain/settings.ts';
import { type AddressProblem, readServerAddress } from '../team/address.ts';
import {
  type Credentials,
  CredentialsSchema,
  type TeamAccess,
  type TeamConfig,
  type TeamConfigFile,
  withNewSecret,
} from '../team/config.ts';
import type { ConnectProblem } from '../team/connect-problem.ts';
import type { InviteProblem } from '../team/invite.ts';
import type { KnownMember, MembersFile } from '../team/members-file.ts';
import type { RefusedRequest } from '../team/requests/refused.ts';
import type { TeamConnection } from '../team/types.ts';

export type { Credentials, TeamConfig } from '../team/config.ts';

/** What is in the way, with what the server said of it. */
export interface TeamProblem {
  why:
    | ConnectProblem
    | AddressProblem
    | InviteProblem
    | 'passphrase'
    | 'team-id'
    | 'team-name'
    | 'your-name'
    | 'sign-in'
    | 'storage';
  detail: string;
}

/** What was done last. */
export type TeamNews = 'none' | 'started' | 'joined' | 'works' | 'left' | 'key-changed' | 'rules-saved';

/** What is filled in to start a team. */
export interface StartForm {
  server: string;
  credentials: Credentials;
  teamId: string;
  teamName: string;
  passphrase: string;
  yourName: string;
  /** Offers the entries that are here already to the team. */
  share: boolean;
}

/** Options → Team. Nothing of the team's own code is loaded before the first press. */
export interface TeamStore {
  config: ReadonlySignal<TeamConfig | null>;
  members: ReadonlySignal<KnownMember[]>;
  /** What is being done, for the buttons to wait. */
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<TeamProblem | null>;
  news: ReadonlySignal<TeamNews>;
  /** The invite made last; '' while none was asked for. */
  invite: ReadonlySignal<string>;
  /** While the key is changed: how many values are sealed anew. */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  /** Days after which closed entries leave the server; null until the server was asked. */
  retentionDays: ReadonlySignal<number | null>;
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
  keepFor(days: number): Promise<void>;
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

/** Fewest characters of a team's passphrase. */
export const shortestPassphrase = 12;

export interface TeamStoreDeps {
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

export async function createTeamStore(deps: TeamStoreDeps): Promise<TeamStore> {
  const { file, membersFile } = deps;
  const config = signal(await file.load());
  const members = signal(await membersFile.load());
  const busy = signal(false);
  const problem = signal<TeamProblem | null>(null);
  const news = signal<TeamNews>('none');
  const invite = signal('');
  const progress = signal<{ done: number; of: number } | null>(null);
  const retentionDays = signal<number | null>(null);
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

  async function connected<T>(own: TeamConfig, work: (connection: TeamConnection) => Promise<T>): Promise<T> {
    const { connectTeam } = await deps.loadSetup();
    const connection = await connectTeam(own, keepSecret);
    try {
      return await work(connection);
    } finally {
      await connection.nc.close();
    }
  }

  const keepSecret = (secret: string) => file.update((stored) => withNewSecret(stored, secret));

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
    // What is mine here becomes mine in the team, where a name alone does not tell who somebody is.
    if (share) {
      await reown(ownerId(name), { id: member.id, name });
    }
    await file.save(own);
    await deps.saveSettings({ memberId: member.id, yourName: name });
    await deps.repositories.team.join({ teamId: access.teamId, clientId: deps.newId(), share });
    deps.onChanged();
  }

  function checkedForm({ yourName, server, teamName, teamId, passphrase, credentials }: StartForm) {
    if (yourName.trim() === '') throw new FormError('your-name');
    const address = readServerAddress(server);
    if (!address.ok) throw new FormError(address.problem);
    checkCredentials(credentials);
    if (teamName.trim() === '') throw new FormError('team-name');
    if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(teamId)) throw new FormError('team-id');
    if (passphrase.trim().length < shortestPassphrase) throw new FormError('passphrase');
    return { server: address.address, credentials, teamId, teamName: teamName.trim(), passphrase };
  }

  function checkCredentials(credentials: Credentials): void {
    if (!CredentialsSchema.safeParse(credentials).success) throw new FormError('sign-in');
  }

  function mine(): TeamConfig {
    if (!config.value) throw new FormError('no-such-team');
    return config.value;
  }

  return {
    config,
    members,
    busy,
    problem,
    news,
    invite,
    progress,
    retentionDays,
    requests,
    start: (form) =>
      act(async ({ createTeam }) => {
        await enter(await createTeam(checkedForm(form)), form.yourName, form.share);
        return 'started';
      }),
    comeBack: (form) =>
      act(async ({ openTeam }) => {
        await enter(await openTeam(checkedForm(form)), form.yourName, form.share);
        return 'joined';
      }),
    join: ({ code, yourName, share }) =>
      act(async ({ readInvite }) => {
        if (yourName.trim() === '') throw new FormError('your-name');
        const read = await readInvite(code);
        if (!read.ok) throw new FormError(read.problem);
        await enter(read.access, yourName, share);
        return 'joined';
      }),
    test: () =>
      act(async ({ tryEverything, readRules, readTeamRecord, refusedRequests, requestSubject }) => {
        await connected(mine(), async (connection) => {
          await tryEverything(connection);
          retentionDays.value = (await readRules(connection)).retentionDays;
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
        if (passphrase.trim().length < shortestPassphrase) throw new FormError('passphrase');
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
    keepFor: (days) =>
      act(async ({ writeRules }) => {
        await connected(mine(), (connection) => writeRules(connection, { retentionDays: days }));
        retentionDays.value = days;
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
      act(async ({ markLeft, ownRecord }) => {
        const own = mine();
        // The others are told where the server can be reached; leaving does not wait for it.
        const told = connected(own, async (connection) => markLeft(connection, await ownRecord(own)));
        await told.catch(() => undefined);
        await deps.repositories.team.leave({ keepEntries });
        if (keepEntries) await reown(own.member.id, personNamed(own.member.name));
        await file.forget();
        await membersFile.forget();
        await deps.saveSettings({ memberId: '' });
        invite.value = '';
        retentionDays.value = null;
        requests.value = null;
        deps.onChanged();
        return 'left';
      }),
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

/** What is wrong with what was filled in. */
class FormError extends Error {
  constructor(readonly problem: TeamProblem['why']) {
    super(problem);
  }
}

function problemOf(error: unknown): TeamProblem {
  if (typeof error === 'object' && error !== null && 'problem' in error) {
    const { problem, detail = '' } = error as { problem: TeamProblem['why']; detail?: string };
    return { why: problem, detail };
  }
  return { why: 'storage', detail: error instanceof Error ? error.message : String(error) };
}
