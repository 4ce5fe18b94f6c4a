import { type JsMsg, jetstream } from '@nats-io/jetstream';
import type { Callback } from '../../domain/callback.ts';
import { type Act, composeCallback } from '../../domain/compose.ts';
import { type DayRules, dueAt } from '../../domain/due.ts';
import { mergeInto } from '../../domain/merge.ts';
import { findSameCaller } from '../../domain/same-caller.ts';
import { type Bytes, utf8 } from '../crypto/bytes.ts';
import type { KeyPair } from '../crypto/hpke.ts';
import { lostRace } from '../lost-race.ts';
import { placeOf } from '../team-record.ts';
import { keyOf, type TeamConnection } from '../types.ts';
import { decodeValue, encodeValue, type TeamValue } from '../value.ts';
import { requestConsumer, requestStream } from './names.ts';
import { keepRefused } from './refused.ts';
import { type CallbackRequest, contentOf, readRequest, replySubject } from './request.ts';

export interface RequestDeps {
  /** The team's key pairs, the current one first. */
  pairs: readonly KeyPair[];
  /** Open entries as they are here. */
  openCallbacks: () => Promise<Callback[]>;
  rules: () => Promise<DayRules>;
  /** The reason where none was given. */
  standInReason: (request: CallbackRequest, at: number, zone: string) => string;
  /** Where something goes wrong that is not the request's fault: it is taken again later. */
  onTrouble: (error: unknown) => void;
}

const tries = 20;

/**
 * Takes requests as they come, one at a time: the server hands each to one client of the team, and deletes it once
 * that client says it is done. Whoever dies in between has another take it, and what was made of it is known
 * again by its ids: nothing is made twice. @returns stops it
 */
export async function takeRequests(connection: TeamConnection, deps: RequestDeps): Promise<() => void> {
  const stream = requestStream(connection.teamId);
  const consumer = await jetstream(connection.nc).consumers.get(stream, requestConsumer);
  const messages = await consumer.consume({ max_messages: 10 });
  /** Made here a moment ago, and perhaps not back from the server yet. */
  const recent = new Map<string, Callback>();
  (async () => {
    for await (const message of messages) {
      try {
        await take(message, connection, deps, recent);
        message.ack();
      } catch (error) {
        // The server gives it to somebody again after a while.
        message.nak(1_000);
        deps.onTrouble(error);
      }
    }
  })().catch(deps.onTrouble);
  return () => messages.stop();
}

async function take(
  message: JsMsg,
  connection: TeamConnection,
  deps: RequestDeps,
  recent: Map<string, Callback>,
): Promise<void> {
  const receivedAt = Math.floor(message.info.timestampNanos / 1e6);
  const read = await readRequest(message.data, connection.teamId, deps.pairs);
  if (!read.ok) {
    await keepRefused(connection, message.seq, { receivedAt, why: read.why, bytes: message.data });
    return;
  }
  const rules = await deps.rules();
  const standIn = deps.standInReason(read.request, read.request.happenedAt ?? receivedAt, rules.zone);
  const content = contentOf(read.request, receivedAt, rules.zone, standIn);
  const ids = await idsOf(connection, message.seq, receivedAt);
  const act = (): Act => {
    let place = 0;
    return { now: receivedAt, by: null, newId: () => ids[place++] ?? crypto.randomUUID() };
  };
  const known = [...recent.values(), ...(await deps.openCallbacks()).filter(({ id }) => !recent.has(id))];
  const [same] = findSameCaller(content, known, receivedAt).filter(
    ({ sameness }) => sameness === 'same number',
  );
  const merged = same
    ? await change(connection, same.callback.id, (stored) =>
        stored.history.some(({ id }) => id === ids[0]) ? stored : mergeInto(stored, content, act()),
      )
    : null;
  const made = merged ?? (await create(connection, composeCallback(content, act())));
  recent.set(made.id, made);
  if (recent.size > 200) recent.delete([...recent.keys()][0] ?? '');
  const replyTo = replySubject(read.request, connection.teamId);
  const how = { merged: merged !== null, sealed: read.sealed };
  if (replyTo) connection.nc.publish(replyTo, answer(read.request, made, how, rules));
}

/**
 * What the sender is told who asked: by when the caller can expect to be called, in the team's working hours, and
 * whether the request came sealed or for the server to read.
 */
function answer(
  request: CallbackRequest,
  callback: Callback,
  { merged, sealed }: { merged: boolean; sealed: boolean },
  rules: DayRules,
): string {
  const due = dueAt(callback, rules);
  return JSON.stringify({
    id: request.id ?? null,
    merged,
    inTheClear: !sealed,
    expectedBy: due === null ? null : new Date(due).toISOString(),
  });
}

/** A new entry; the one that is there already where this request was taken before. */
async function create(connection: TeamConnection, callback: Callback): Promise<Callback> {
  const value: TeamValue = { n: 1, applied: {}, callback, extra: '' };
  try {
    await connection.kv.create(keyOf(callback.id), await sealed(connection, callback.id, value));
  } catch (error) {
    if (!lostRace(error)) throw error;
  }
  return callback;
}

/** An entry that is there changed on the server; null where it is gone, closed, or cannot be read. */
async function change(
  connection: TeamConnection,
  id: string,
  rule: (stored: Callback) => Callback,
): Promise<Callback | null> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const entry = await connection.kv.get(keyOf(id));
    if (entry?.operation !== 'PUT') return null;
    const opened = await connection.crypto.open(entry.value, placeOf(connection.bucket, keyOf(id)));
    const decoded = opened.ok ? decodeValue(opened.plain, id) : null;
    if (!decoded?.ok || decoded.value.callback.closedAt !== null) return null;
    const { value } = decoded;
    const next = rule(value.callback);
    if (next === value.callback) return next;
    try {
      const written = await sealed(connection, id, { ...value, n: value.n + 1, callback: next });
      await connection.kv.update(keyOf(id), written, entry.revision);
      return next;
    } catch (error) {
      if (!lostRace(error)) throw error;
    }
  }
  throw new Error('others were always quicker');
}

function sealed({ bucket, crypto }: TeamConnection, id: string, value: TeamValue): Promise<Uint8Array> {
  return crypto.seal(encodeValue(value), placeOf(bucket, keyOf(id)));
}

/** Ids in the shape of a UUID v7 (RFC 9562) that are the same each time the request is taken. */
async function idsOf(
  { bucketMadeAt, bucket }: TeamConnection,
  sequence: number,
  at: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < 8; place++) {
    const seed = utf8(`${bucket} ${bucketMadeAt} ${sequence} ${place}`);
    const bytes: Bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', seed)).slice(0, 16);
    for (let byte = 0; byte < 6; byte++) bytes[byte] = Math.floor(at / 2 ** (8 * (5 - byte))) % 256;
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    const hex = bytes.toHex();
    ids.push(
      [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
    );
  }
  return ids;
}
