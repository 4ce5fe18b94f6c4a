import type { KvEntry } from '@nats-io/kv';
import type { TeamConfig } from './config.ts';
import { secretsOf } from './config.ts';
import { keyPairOf } from './crypto/hpke.ts';
import { requestSeedOf } from './crypto/team-key.ts';
import { allMembers, introduce, type MemberRecord, ownRecord, recordIn } from './members.ts';
import type { KnownMember } from './members-file.ts';
import { type RequestDeps, takeRequests } from './requests/take-requests.ts';
import { readRules, rulesKey, type TeamRules } from './rules.ts';
import { readTeamRecord, recordKey } from './team-record.ts';
import type { TeamConnection } from './types.ts';

export interface CompanionDeps extends Omit<RequestDeps, 'pairs'> {
  config: () => Promise<TeamConfig | null>;
  saveMembers: (members: readonly KnownMember[]) => Promise<void>;
  /** What the team goes by, with every connection and whenever somebody changes it. */
  saveRules: (rules: TeamRules) => Promise<void>;
  /** The team's key was changed: the next connection brings the new one. */
  onKeyChanged: () => void;
  /** Takes closed entries away that are older than this, here and so in the team. @param cutoff epoch ms */
  dropClosedBefore: (cutoff: number) => Promise<void>;
  /** Epoch ms. */
  now: () => number;
  /** Does something again and again; gives what ends it. */
  every: (ms: number, act: () => void) => () => void;
}

const day = 24 * 3_600_000;

/**
 * What goes over the team's connection besides the entries, for as long as it is open: who the members are, a
 * changed key, requests from outside, and how long closed entries stay. @returns ends it
 */
export function accompany(connection: TeamConnection, given: CompanionDeps): () => void {
  const stops: (() => void)[] = [];
  let over = false;
  const deps: CompanionDeps = {
    ...given,
    // What was under way when it ended finds the connection closed: nothing is wrong with that.
    onTrouble: (error) => {
      if (!over) given.onTrouble(error);
    },
  };
  /** One that fails leaves the others alone: a team made by an older version has no requests, say. */
  const run = (work: () => Promise<(() => void) | undefined>) => {
    work().then((stop) => {
      if (over) stop?.();
      else if (stop) stops.push(stop);
    }, deps.onTrouble);
  };

  run(async () => {
    const config = await deps.config();
    if (config) await introduce(connection, await ownRecord(config));
    return followMembers(connection, deps);
  });
  run(async () => {
    const config = await deps.config();
    if (!config) return undefined;
    const seeds = await Promise.all(secretsOf(config).map(requestSeedOf));
    return takeRequests(connection, { ...deps, pairs: await Promise.all(seeds.map(keyPairOf)) });
  });
  run(async () => {
    const tidy = async () => {
      const rules = await readRules(connection);
      await deps.saveRules(rules);
      const { retentionDays } = rules;
      if (retentionDays > 0) await deps.dropClosedBefore(deps.now() - retentionDays * day);
    };
    await tidy();
    // A connection may stay for weeks.
    return deps.every(day, () => void tidy().catch(deps.onTrouble));
  });

  return () => {
    over = true;
    for (const stop of stops) stop();
  };
}

async function followMembers(connection: TeamConnection, deps: CompanionDeps): Promise<() => void> {
  const members = new Map<string, MemberRecord>();
  const watch = await connection.kv.watch({ key: [allMembers, recordKey, rulesKey] });
  const take = async ({ key, value, operation }: KvEntry) => {
    if (key === recordKey) {
      const { record } = await readTeamRecord(connection.kv);
      if (record.keyId !== connection.crypto.keyId) deps.onKeyChanged();
    } else if (key === rulesKey) {
      await deps.saveRules(await readRules(connection));
    } else {
      const member = operation === 'PUT' ? await recordIn(connection, key, value) : null;
      if (member) members.set(member.id, member);
    }
  };
  const tellMembers = async () => {
    const known = [...members.values()].sort((a, b) => a.name.localeCompare(b.name));
    await deps.saveMembers(known.map(({ id, name, left }) => ({ id, name, left })));
  };
  (async () => {
    for await (const change of watch) {
      // One that fails leaves the next ones alone: the connection may stay for weeks.
      await take(change).catch(deps.onTrouble);
      // Whatever came last of what was there, the members are complete then.
      if ((change.delta ?? 0) === 0) await tellMembers().catch(deps.onTrouble);
    }
  })().catch(deps.onTrouble);
  return () => watch.stop();
}
