import { type Attempt, type Callback, type HistoryItem, limits } from '../domain/callback.ts';
import type { Act } from '../domain/compose.ts';
import { mergeInto } from '../domain/merge.ts';
import type { ReadEntry } from './contents.ts';

/**
 * Two states of one entry, as the list and a file have it: the one that builds on the other stands; where each
 * has something the other does not know, the one touched later. Attempts and history are united, so that neither
 * side loses what was done.
 */
export function unite(stored: Callback, incoming: Callback): Callback {
  const [ours, theirs] = [stored, incoming].map(
    ({ history, attempts }) => new Set([...history, ...attempts].map(({ id }) => id)),
  ) as [Set<string>, Set<string>];
  const behind = theirs.isSubsetOf(ours);
  const ahead = ours.isSubsetOf(theirs);
  const later = behind === ahead ? incoming.updatedAt > stored.updatedAt : ahead;
  return {
    ...(later ? incoming : stored),
    attempts: unitedAttempts(stored, incoming),
    history: unitedHistory(stored, incoming),
    updatedAt: Math.max(stored.updatedAt, incoming.updatedAt),
  };
}

/** An open entry with what the same caller's entry of a file brings. The same entry back where it brings nothing. */
export function mergeImported(existing: Callback, entry: ReadEntry, act: Act): Callback {
  const incoming = entry.callback;
  const merged = mergeInto(existing, incoming, act);
  const known = Math.max(existing.happenedAt, existing.calledAgainAt ?? 0);
  const calledLater = entry.saysWhen && incoming.happenedAt > known;
  const all: Callback = {
    ...merged,
    // What a file holds is a further call only where it says so: read twice, it must not count twice.
    calledAgain: existing.calledAgain + (entry.ours ? incoming.calledAgain : 0) + (calledLater ? 1 : 0),
    calledAgainAt: calledLater ? incoming.happenedAt : existing.calledAgainAt,
    notes: withNotes(existing.notes, incoming.notes),
    escalation: existing.escalation ?? incoming.escalation,
    voicemailHeard: existing.voicemailHeard || incoming.voicemailHeard,
    attempts: unitedAttempts(existing, incoming),
  };
  if (isSameButHistory(existing, all)) return existing;
  return entry.ours ? { ...all, history: unitedHistory(merged, incoming) } : all;
}

/** How an entry began: found in another entry's history, it was merged into that one before. */
export function beginningOf({ history }: Callback): string | null {
  return history[0]?.what === 'created' ? history[0].id : null;
}

function isSameButHistory(one: Callback, other: Callback): boolean {
  const bare = ({ history: _history, updatedAt: _updatedAt, ...rest }: Callback) => JSON.stringify(rest);
  return bare(one) === bare(other);
}

function withNotes(notes: string, more: string): string {
  if (more === '' || notes.includes(more)) return notes;
  return [notes, more].filter(Boolean).join('\n').slice(0, limits.notes);
}

function unitedAttempts(one: Callback, other: Callback): Attempt[] {
  return united(one.attempts, other.attempts).slice(-limits.attempts);
}

function unitedHistory(one: Callback, other: Callback): HistoryItem[] {
  const all = united(one.history, other.history);
  return all.length <= limits.history ? all : [...all.slice(0, 1), ...all.slice(1 - limits.history)];
}

/** Both, each once, by time; what happened at one time stays in the order it had. */
function united<T extends { id: string; at: number }>(one: readonly T[], other: readonly T[]): T[] {
  const ids = new Set(one.map(({ id }) => id));
  const more = other.filter(({ id }) => !ids.has(id));
  return more.length === 0 ? [...one] : [...one, ...more].sort((a, b) => a.at - b.at);
}
