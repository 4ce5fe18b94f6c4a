import type { KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/nats-core';

/** What somebody else's bytes turned out to be. */
export type Opened =
  | { ok: true; plain: Uint8Array }
  /** `unknown-key`: sealed under a key id this browser does not have; `broken`: not what `seal` makes, or altered. */
  | { ok: false; why: 'unknown-key' | 'broken' };

/** AES-GCM under the team's key. Made by crypto.ts; the engine sees no more of the key than this. */
export interface TeamCrypto {
  /** Under which key `seal` seals now. */
  readonly keyId: string;
  /** @param context where the text belongs (bucket and key, or subject): it opens there and nowhere else */
  seal(plain: Uint8Array, context: string): Promise<Uint8Array>;
  /** Never rejects, whatever the bytes are. */
  open(sealed: Uint8Array, context: string): Promise<Opened>;
}

/** Who works here: the id is this browser's for good, the name may change and may be somebody else's too. */
export interface Member {
  id: string;
  name: string;
}

/** A connection that has passed every check: version, JetStream, permission, format of the bucket. */
export interface TeamConnection {
  nc: NatsConnection;
  kv: KV;
  /** `ringback_<team id>`. */
  bucket: string;
  teamId: string;
  /**
   * When the bucket was made, as the server tells it: a bucket of the same name made anew is another one, and
   * what is missing there was not deleted by anybody.
   */
  bucketMadeAt: string;
  crypto: TeamCrypto;
  member: Member;
}

/** Opens a connection; rejects with an error whose message says in plain words what is wrong. */
export type ConnectTeam = () => Promise<TeamConnection>;

/** The key of an entry in the bucket. @param id of the callback */
export function keyOf(id: string): string {
  return `cb.${id}`;
}

/** The callback an entry of the bucket is about; null for keys that are no callback's. */
export function callbackIdOf(key: string): string | null {
  const id = /^cb\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key)?.[1];
  return id ?? null;
}

export const bucketName = (teamId: string): string => `ringback_${teamId}`;
export const presenceSubject = (teamId: string): string => `ringback.${teamId}.presence`;
