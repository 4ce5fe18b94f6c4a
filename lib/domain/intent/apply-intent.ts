import { type Attempt, type Callback, isOpen, limits, type Owner, type Phone } from '../callback.ts';
import { addHistory } from '../history.ts';
import { anonymise } from '../retention.ts';
import {
  type Change,
  type ChangeIntent,
  type FieldChanges,
  type Intent,
  type IntentField,
  type LastWords,
  lastWords,
} from './intent.ts';
import { mergeText } from './merge-text.ts';
import { isSame } from './same.ts';

/** What became of an intent. */
export interface Applied {
  /** The entry; null where it is gone. */
  callback: Callback | null;
  /** Who has it, where somebody was quicker to take it; null where nothing was lost. */
  lostTo: Owner | null;
}

/**
 * The one rule of who wins: an intent, done to the entry as it was accepted so far. Intents are applied in the
 * order they are accepted, never by any clock.
 *
 * - each field that was changed takes the new value; texts that were only written on keep both additions
 * - attempts and history are united by id
 * - an explicit re-promise, a reopening and a call that came in again stand against a value somebody chose without
 *   having seen them
 * - who owns it is taken, not overwritten: of two the first has it, and the other is told
 * - what is gone stays gone, and so does what was anonymised
 */
export function applyIntent(current: Callback | null, intent: Intent): Applied {
  if (current === null || intent.kind === 'create') return { callback: current, lostTo: null };
  switch (intent.kind) {
    case 'anonymise':
      return { callback: anonymise(current, intent.at), lostTo: null };
    case 'remove': {
      const kept = !intent.forget && isOpen(current) && hasUnseen(current, intent.seen);
      return { callback: kept ? current : null, lostTo: null };
    }
    case 'change':
      return current.anonymisedAt === null
        ? applyChange(current, intent)
        : { callback: current, lostTo: null };
  }
}

/** Several intents, in their order. */
export function applyIntents(current: Callback | null, intents: readonly Intent[]): Applied {
  let applied: Applied = { callback: current, lostTo: null };
  for (const intent of intents) {
    const next = applyIntent(applied.callback, intent);
    applied = { callback: next.callback, lostTo: next.lostTo ?? applied.lostTo };
  }
  return applied;
}

function applyChange(current: Callback, intent: ChangeIntent): Applied {
  const { fields } = intent;
  const lost = hasLostOwner(current, fields.owner);
  const history = intent.history.filter(({ what }) => !(lost && what === 'owner'));
  const known = new Set(current.history.map(({ id }) => id));
  const next: Callback = {
    ...current,
    ...plainFields(current, fields),
    ...rebasedFields(current, intent),
    ...(fields.owner && !lost ? { owner: fields.owner.value } : {}),
    attempts: unitedAttempts(current.attempts, intent.attempts),
    history: addHistory(
      current.history.filter(({ id }) => !intent.withdrawn.includes(id)),
      ...history.filter(({ id }) => !known.has(id)),
    ),
  };
  return { callback: withNameOrNumber(current, next), lostTo: lost ? current.owner : null };
}

/** Fields of which the later value stands, whatever it was before. */
const plain = [
  'callerName',
  'phone',
  'reference',
  'reasonConfirmed',
  'kind',
  'happenedAt',
  'source',
  'objective',
  'missing',
  'escalation',
  'voicemailHeard',
  'bestTime',
] as const satisfies readonly IntentField[];

function plainFields(current: Callback, fields: FieldChanges): Partial<Callback> {
  return Object.fromEntries(
    plain.map((field) => [field, (fields[field] ?? { value: current[field] }).value]),
  );
}

function rebasedFields(current: Callback, intent: ChangeIntent): Partial<Callback> {
  const { reason, notes, alternatePhones, promise, calledAgain, calledAgainAt, updatedAt } = intent.fields;
  const unseen = hasUnseen(current, intent.seen, ['rePromise']);
  return {
    ...(reason ? { reason: mergeText(reason.base, reason.value, current.reason, limits.reason) } : {}),
    ...(notes ? { notes: mergeText(notes.base, notes.value, current.notes, limits.notes) } : {}),
    ...(alternatePhones ? { alternatePhones: mergedNumbers(alternatePhones, current.alternatePhones) } : {}),
    ...(promise && !(unseen && !intent.rePromised) ? { promise: promise.value } : {}),
    ...(calledAgain
      ? { calledAgain: Math.max(0, current.calledAgain + calledAgain.value - calledAgain.base) }
      : {}),
    ...(calledAgainAt ? { calledAgainAt: latest(calledAgainAt, current.calledAgainAt) } : {}),
    ...(updatedAt ? { updatedAt: latest(updatedAt, current.updatedAt) ?? current.updatedAt } : {}),
    ...statusAfter(current, intent),
  };
}

/** Open or closed is what the list lives by: a value chosen without having seen the last word gives way to it. */
function statusAfter(current: Callback, intent: ChangeIntent): Partial<Callback> {
  const { status, closedAt, updatedAt } = intent.fields;
  const at = updatedAt?.value ?? current.updatedAt;
  // A call was promised, or the caller rang again: should somebody else have closed it, it is still to be called.
  const isToCall = intent.rePromised || intent.calledAgain;
  if (!status) {
    const opens = isToCall && !isOpen(current) && isOpen(intent);
    return opens ? { status: intent.status, closedAt: null } : {};
  }
  const opening = isOpen({ status: status.value });
  if (opening) {
    const asked = isToCall || intent.reopened || isOpen(current);
    return asked ? { status: status.value, closedAt: null } : {};
  }
  if (isOpen(current) && hasUnseen(current, intent.seen)) return {};
  return { status: status.value, closedAt: closedAt?.value ?? current.closedAt ?? at };
}

/** Whether one of these words was said that whoever made the change had not seen. */
function hasUnseen(
  current: Callback,
  seen: LastWords,
  words = Object.keys(seen) as (keyof LastWords)[],
): boolean {
  const last = lastWords(current);
  return words.some((word) => last[word] !== null && last[word] !== seen[word]);
}

function hasLostOwner({ owner }: Callback, change: Change<Owner | null> | undefined): boolean {
  if (!change) return false;
  const [now, base, wanted] = [owner?.id, change.base?.id, change.value?.id];
  // What nobody has can be taken, whoever had it before.
  return now !== undefined && now !== base && now !== wanted;
}

function unitedAttempts(current: readonly Attempt[], changes: readonly Change<Attempt | null>[]): Attempt[] {
  let attempts = [...current];
  for (const { base, value } of changes) {
    const id = (value ?? base)?.id;
    const there = attempts.find((one) => one.id === id);
    if (value === null) {
      // Only what is still as it was seen can be taken back; how a call went is never lost.
      if (there && (there.outcome === null || isSame(there, base)))
        attempts = attempts.filter((one) => one !== there);
    } else if (there) {
      const merged = base ? mergedAttempt(base, value, there) : there;
      attempts = attempts.map((one) => (one === there ? merged : one));
    } else {
      attempts = [...attempts, value].slice(-limits.attempts);
    }
  }
  return attempts;
}

function mergedAttempt(base: Attempt, value: Attempt, current: Attempt): Attempt {
  return {
    id: current.id,
    at: isSame(base.at, value.at) ? current.at : value.at,
    by: isSame(base.by, value.by) ? current.by : value.by,
    outcome: base.outcome === value.outcome ? current.outcome : value.outcome,
    number: base.number === value.number ? current.number : value.number,
    note: mergeText(base.note, value.note, current.note, limits.reason),
    loggedAt: base.loggedAt === value.loggedAt ? current.loggedAt : value.loggedAt,
  };
}

/** Numbers that were added or taken out, done to the list as it is now. */
function mergedNumbers({ base, value }: Change<Phone[]>, current: readonly Phone[]): Phone[] {
  const has = (list: readonly Phone[], phone: Phone) => list.some((one) => isSame(one, phone));
  const kept = current.filter((phone) => !has(base, phone) || has(value, phone));
  const added = value.filter((phone) => !has(base, phone) && !has(kept, phone));
  // As it was put, where nobody else touched it: the order of numbers is theirs.
  if (isSame(base, current)) return [...value];
  return [...kept, ...added].slice(0, limits.alternatePhones);
}

function latest<T extends number | null>({ base, value }: Change<T>, current: T): T {
  if (current === base || current === null) return value;
  return value === null ? current : (Math.max(current, value) as T);
}

/** One took out the name and one the number: an entry is about somebody. */
function withNameOrNumber(current: Callback, next: Callback): Callback {
  const nobody = next.callerName === '' && next.phone === null;
  if (!nobody || next.attempts.some(({ outcome }) => outcome === 'wrong number')) return next;
  return { ...next, callerName: current.callerName, phone: current.phone };
}
