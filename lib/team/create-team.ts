import { AckPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { TeamAccess } from './config.ts';
import { bucketInfo, openBucket } from './connect.ts';
import { ConnectError } from './connect-problem.ts';
import { fromText, randomBytes, toText } from './crypto/bytes.ts';
import { createTeamCrypto } from './crypto/envelope.ts';
import { saltLength, secretOf } from './crypto/team-key.ts';
import { inPlainWords, type OpenServer, openServer } from './open-server.ts';
import { requestConsumer, requestStream, requestSubject } from './requests/names.ts';
import {
  bucketFormat,
  formatKey,
  makeTeamRecord,
  openCheck,
  readTeamRecord,
  recordKey,
} from './team-record.ts';
import { bucketName } from './types.ts';

/** Most bytes of one value; an entry with all its history stays well below. */
export const largestValue = 256 * 1024;
/** Most bytes of one request from outside. */
const largestRequest = 32 * 1024;
/** How long a request waits while nobody of the team is there, in nanoseconds: 30 days. */
const requestsWait = 30 * 24 * 3_600 * 1e9;

/** What a team is made of, before it has a key. */
export type NewTeam = Omit<TeamAccess, 'secrets'> & { passphrase: string };

/**
 * Makes the team's bucket and its stream of requests, and gives what an invite carries. Where the server is a
 * cluster all of it is kept three times. @throws ConnectError; 'team-exists' where the bucket is there already
 */
export async function createTeam({ passphrase, ...team }: NewTeam): Promise<TeamAccess> {
  const salt = randomBytes(saltLength);
  const secret = await secretOf(passphrase, salt);
  const crypto = await createTeamCrypto([secret]);
  const bucket = bucketName(team.teamId);
  const record = await makeTeamRecord(bucket, team.teamName, salt, secret, crypto);
  return withServer(team, async (server) => {
    if (await exists(server, bucket)) throw new ConnectError('team-exists');
    const replicas = server.nc.info?.cluster ? 3 : 1;
    const kv = await new Kvm(server.nc).create(bucket, {
      history: 1,
      storage: StorageType.File,
      maxValueSize: largestValue,
      replicas,
      // What is read after a lost race must come from the leader: another node may still have the older value.
      allow_direct: false,
      metadata: { [formatKey]: String(bucketFormat) },
    });
    await server.jsm.streams.add({
      name: requestStream(team.teamId),
      subjects: [requestSubject(team.teamId)],
      retention: RetentionPolicy.Workqueue,
      storage: StorageType.File,
      max_age: requestsWait,
      max_msg_size: largestRequest,
      num_replicas: replicas,
    });
    // Made here once, so that members need no right to make one.
    await server.jsm.consumers.add(requestStream(team.teamId), {
      durable_name: requestConsumer,
      ack_policy: AckPolicy.Explicit,
      ack_wait: 30 * 1e9,
    });
    // Last: a team whose record is there is whole.
    await kv.create(recordKey, JSON.stringify(record));
    return { ...team, secrets: [toText(secret)] };
  });
}

/**
 * Comes back to a team with its passphrase alone, where the invite is lost.
 * @throws ConnectError 'wrong-key' where it is another passphrase
 */
export async function openTeam({ passphrase, ...team }: NewTeam): Promise<TeamAccess> {
  return withServer(team, async (server) => {
    const bucket = bucketName(team.teamId);
    await bucketInfo(server, bucket);
    const { record } = await readTeamRecord(await openBucket(server, bucket));
    const secret = await secretOf(passphrase, fromText(record.salt));
    const teamName = await openCheck(bucket, record, await createTeamCrypto([secret]));
    return { ...team, teamName, secrets: [toText(secret)] };
  });
}

async function exists(server: OpenServer, bucket: string): Promise<boolean> {
  try {
    await bucketInfo(server, bucket);
    return true;
  } catch (error) {
    if (error instanceof ConnectError && error.problem === 'no-such-team') return false;
    throw error;
  }
}

async function withServer<T>(
  team: Pick<TeamAccess, 'server' | 'credentials'>,
  work: (server: OpenServer) => Promise<T>,
): Promise<T> {
  const server = await openServer(team);
  try {
    return await work(server);
  } catch (error) {
    throw inPlainWords(error);
  } finally {
    await server.nc.close();
  }
}
