import type { StreamInfo } from '@nats-io/jetstream';
import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import { secretsOf, type TeamConfig } from './config.ts';
import { ConnectError } from './connect-problem.ts';
import { fromText } from './crypto/bytes.ts';
import { createTeamCrypto } from './crypto/envelope.ts';
import { keyIdOf } from './crypto/team-key.ts';
import { checkAgain, inPlainWords, type OpenServer, openServer } from './open-server.ts';
import { fetchNewSecret } from './rotate.ts';
import { bucketFormat, formatKey, openCheck, readTeamRecord } from './team-record.ts';
import { bucketName, presenceSubject, type TeamConnection } from './types.ts';

/**
 * Opens the team's list: server new enough, JetStream on, bucket of our format, key the right one, permission to
 * read. Closes again where one of these fails.
 * @param onNewSecret told where the team's key was changed and this member was given the new one, to be kept
 * @throws ConnectError, whose `problem` the screen has words for
 */
export async function connectTeam(
  config: TeamConfig,
  onNewSecret?: (secret: string) => Promise<void>,
): Promise<TeamConnection> {
  const server = await openServer(config);
  try {
    const bucket = bucketName(config.teamId);
    const info = await bucketInfo(server, bucket);
    const kv = await openBucket(server, bucket);
    const { record } = await readTeamRecord(kv);
    const { crypto, newSecret } = await keysFor(config, kv, bucket, record.keyId);
    await openCheck(bucket, record, crypto);
    if (newSecret !== null) await onNewSecret?.(newSecret);
    checkAgain(server.nc, async () => {
      const { created } = await bucketInfo(server, bucket);
      if (created !== info.created) throw new ConnectError('made-anew');
    });
    return {
      nc: server.nc,
      kv,
      bucket,
      teamId: config.teamId,
      bucketMadeAt: info.created,
      crypto,
      member: { id: config.member.id, name: config.member.name },
    };
  } catch (error) {
    await server.nc.close();
    throw inPlainWords(error);
  }
}

/** The keys this browser has, with the team's new one where it was changed and left for this member. */
async function keysFor(config: TeamConfig, kv: KV, bucket: string, keyId: string) {
  const crypto = await createTeamCrypto(secretsOf(config));
  if (crypto.keyId === keyId) return { crypto, newSecret: null };
  const newSecret = crypto.has(keyId) ? null : await fetchNewSecret({ kv, bucket }, config, keyId, crypto);
  const known = secretsOf(config);
  const secrets = newSecret === null ? known : [fromText(newSecret), ...known];
  // The team's current key seals, wherever it stands among those known.
  const ids = await Promise.all(secrets.map(keyIdOf));
  const current = secrets.filter((_, place) => ids[place] === keyId);
  const older = secrets.filter((_, place) => ids[place] !== keyId);
  return { crypto: await createTeamCrypto([...current, ...older]), newSecret };
}

/**
 * Everything a member does, tried once: reading, writing, watching, hearing presence. For the connection test of
 * the set-up; it leaves nothing that is read. @throws ConnectError
 */
export async function tryEverything({ nc, kv, teamId, member }: TeamConnection): Promise<void> {
  try {
    const key = `meta.trial.${member.id}`;
    const revision = await kv.put(key, '');
    await kv.delete(key, { previousSeq: revision });
    const watch = await kv.watch({ key: 'meta.team' });
    watch.stop();
    const presence = nc.subscribe(presenceSubject(teamId), { max: 1 });
    const heard = (async () => {
      for await (const _ of presence) return;
    })();
    await nc.flush();
    nc.publish(presenceSubject(teamId));
    await heard;
  } catch (error) {
    throw inPlainWords(error);
  }
}

/** The bucket's stream. @throws ConnectError where it is missing or not of a format this version knows */
export async function bucketInfo({ jsm }: OpenServer, bucket: string): Promise<StreamInfo> {
  const info = await jsm.streams.info(`KV_${bucket}`).catch((error) => {
    const missing = error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;
    throw missing ? new ConnectError('no-such-team', '', { cause: error }) : error;
  });
  const format = Number(info.config.metadata?.[formatKey]);
  if (format > bucketFormat) throw new ConnectError('newer-format', String(format));
  if (format !== bucketFormat) throw new ConnectError('other-format');
  return info;
}

/** The bucket, read from the leader alone: another node of a cluster may be a moment behind. */
export function openBucket({ nc }: OpenServer, bucket: string): Promise<KV> {
  return new Kvm(nc).open(bucket, { allow_direct: false });
}
