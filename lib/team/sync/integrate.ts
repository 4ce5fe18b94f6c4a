import type { Held, OutboxItem, Rewrite, SyncedEntry } from '../../db/team-repository.ts';
import type { Callback, Owner } from '../../domain/callback.ts';
import { addHistory } from '../../domain/history.ts';
import { applyIntents } from '../../domain/intent/apply-intent.ts';
import { type Intent, intentBetween, lastWords } from '../../domain/intent/intent.ts';
import type { TeamValue } from '../value.ts';

/** Why something in the bucket is not taken. */
export type Ignored = 'malformed' | 'oversize' | 'replayed' | 'foreign key' | 'newer';

/** One state of an entry, opened and read. */
export interface Arrived {
  revision: number;
  /** Null where the entry was deleted. */
  content: TeamValue | null | { ignored: Exclude<Ignored, 'replayed'> };
}

/** What an arrival comes to. */
export interface Integrated {
  /** Null where nothing is to be stored. */
  rewrite: Rewrite | null;
  /** Counted and otherwise without effect. */
  ignored: Ignored | null;
  /** What stands in the bucket is not what was accepted there: ours is to be written again. */
  heal: boolean;
  lostTo: Owner | null;
}

const nothing: Integrated = { rewrite: null, ignored: null, heal: false, lostTo: null };

/** What the server is known to have of an entry before it has anything. */
export function neverSynced(callbackId: string): SyncedEntry {
  return {
    callbackId,
    revision: 0,
    n: 0,
    applied: {},
    deleted: false,
    extra: '',
    unreadable: false,
  };
}

/**
 * What becomes of an entry when a state of it arrives: what was accepted, with everything of ours that is not in
 * it yet done to it again. Pure, so that it can run within the transaction that stores it.
 * @param clientId this profile's, in `applied`
 */
export function integrate(id: string, held: Held, arrived: Arrived, clientId: string): Integrated {
  const known = held.synced ?? neverSynced(id);
  if (arrived.revision <= known.revision) return nothing;
  const { content, revision } = arrived;
  if (content === null) return deleted(held, known, revision);
  if ('ignored' in content) return ignoring(held, known, revision, content.ignored);
  const stale = content.n <= known.n;
  // Somebody who saw only the old value that was put back may have built upon it.
  if (stale && !hasNews(content.applied, known.applied)) return ignoring(held, known, revision, 'replayed');
  return accepted(held, known, revision, content, { clientId, stale });
}

/** Deleted is deleted; only who brings an entry back after they knew that it was gone, makes it anew. */
function deleted({ callback, outbox }: Held, known: SyncedEntry, revision: number): Integrated {
  const synced = { ...known, revision, deleted: true, unreadable: false, extra: '' };
  const broughtBack = known.deleted && callback !== null && outbox.some(({ what }) => what === 'created');
  return broughtBack
    ? { ...nothing, rewrite: { synced } }
    : { ...nothing, rewrite: { callback: null, synced, done: outbox.map(({ seq }) => seq) } };
}

/**
 * Nothing of it is taken. What a newer key or version may have written is waited for and not written over; of what
 * is worth nothing the revision is kept, so that a write of ours takes its place.
 */
function ignoring({ callback }: Held, known: SyncedEntry, revision: number, why: Ignored): Integrated {
  if (why === 'foreign key' || why === 'newer')
    return { ...nothing, rewrite: { synced: { ...known, unreadable: true } }, ignored: why };
  const ours = callback !== null && known.n > 0 && !known.deleted;
  return { ...nothing, rewrite: { synced: { ...known, revision } }, ignored: why, heal: ours };
}

function accepted(
  { callback, outbox }: Held,
  known: SyncedEntry,
  revision: number,
  value: TeamValue,
  { clientId, stale }: { clientId: string; stale: boolean },
): Integrated {
  const until = value.applied[clientId] ?? 0;
  const pending = outbox.filter(({ seq }) => seq > until);
  // An entry this browser kept from an earlier time in the team, or one whose old value somebody put back.
  const apart = stale || (known.n === 0 && pending.some(({ what }) => what === 'created'));
  const base = apart && callback ? united(value.callback, callback) : value.callback;
  const result = applyIntents(base, intentsOf(pending));
  // A removal that gave way to a promise is done with; one that stands is still to be sent.
  const over = result.callback === null ? [] : pending.filter(({ what }) => isRemoval(what));
  const done = [...outbox.filter(({ seq }) => seq <= until), ...over].map(({ seq }) => seq);
  const synced: SyncedEntry = {
    callbackId: known.callbackId,
    revision,
    n: Math.max(value.n, known.n),
    applied: value.applied,
    deleted: false,
    extra: value.extra,
    unreadable: false,
  };
  return {
    rewrite: { callback: result.callback, synced, done },
    ignored: null,
    // What could not be read kept ours waiting; nothing else would hand it in now.
    heal: stale || (known.unreadable && pending.length > 0),
    lostTo: result.lostTo,
  };
}

/** The outbox as intents. What was removed and brought back before anybody heard of it was never removed. */
export function intentsOf(items: readonly OutboxItem[]): Intent[] {
  const intents: Intent[] = [];
  for (const item of items) {
    const broughtBack = item.what === 'created' && intents.at(-1)?.kind === 'remove';
    if (broughtBack) intents.pop();
    else intents.push(intentOf(item));
  }
  return intents;
}

function intentOf({ what, before, after }: OutboxItem): Intent {
  if (what === 'created') return { kind: 'create' };
  if (what === 'changed' && before && after) return intentBetween(before, after);
  const seen = lastWords(before ?? { history: [] });
  return { kind: 'remove', forget: what === 'forgotten', seen };
}

function isRemoval(what: OutboxItem['what']): boolean {
  return what === 'removed' || what === 'forgotten';
}

function hasNews(theirs: Record<string, number>, ours: Record<string, number>): boolean {
  return Object.entries(theirs).some(([client, seq]) => seq > (ours[client] ?? 0));
}

/** Their state with the attempts and the history that only ours has. */
function united(theirs: Callback, ours: Callback): Callback {
  const missing = <T extends { id: string }>(from: readonly T[], there: readonly T[]) =>
    from.filter(({ id }) => !there.some((one) => one.id === id));
  return {
    ...theirs,
    attempts: [...theirs.attempts, ...missing(ours.attempts, theirs.attempts)],
    history: addHistory(theirs.history, ...missing(ours.history, theirs.history)),
  };
}
