import { type Attempt, type Callback, type HistoryItem, isOpen, limits, type Status } from '../callback.ts';
import { isSame } from './same.ts';

/** What a field was when somebody changed it, and what they made of it. */
export interface Change<T> {
  base: T;
  value: T;
}

/** The fields that are rebased one by one; id and time of making never change. */
export type IntentField = Exclude<
  keyof Callback,
  'id' | 'createdAt' | 'attempts' | 'history' | 'anonymisedAt'
>;
export type FieldChanges = { [F in IntentField]?: Change<Callback[F]> };

/**
 * The last explicit word on when it will be called and on whether it is open, by the id in the history; that the
 * caller rang again is one, too. Whoever made a change had seen it or not: that, and no clock, is what makes a value
 * older.
 */
export interface LastWords {
  rePromise: string | null;
  reopening: string | null;
  calledAgain: string | null;
}

/** Something an agent did to an entry, so that it can be done again to what the entry has become meanwhile. */
export type Intent =
  /** Made anew here (or put back after it was removed): the entry itself is what is stored. */
  | { kind: 'create' }
  | ChangeIntent
  /** Who and why go, in a closed entry. @param at epoch ms */
  | { kind: 'anonymise'; at: number }
  /** @param forget the caller asked to be forgotten: nothing stands against that */
  | { kind: 'remove'; forget: boolean; seen: LastWords };

export interface ChangeIntent {
  kind: 'change';
  fields: FieldChanges;
  /** Attempts by id; made where the base is null, taken back where the value is. */
  attempts: Change<Attempt | null>[];
  /** What the history got. */
  history: HistoryItem[];
  /** What an undo took out of the history again. */
  withdrawn: string[];
  seen: LastWords;
  /** The caller was given a new time in so many words. */
  rePromised: boolean;
  /** The caller rang again. */
  calledAgain: boolean;
  /** It was closed and is to be open again. */
  reopened: boolean;
  /** The status after the change: what an entry that was closed meanwhile is opened with. */
  status: Status;
}

/** Nothing in an intent is kept that nobody changed, so an intent is small. */
const rebasedFields = [
  'callerName',
  'phone',
  'alternatePhones',
  'reference',
  'reason',
  'reasonConfirmed',
  'kind',
  'happenedAt',
  'promise',
  'owner',
  'status',
  'notes',
  'source',
  'updatedAt',
  'closedAt',
  'objective',
  'missing',
  'escalation',
  'calledAgain',
  'calledAgainAt',
  'voicemailHeard',
  'bestTime',
] as const satisfies readonly IntentField[];

/** The change from one state of an entry to another, as an intent. */
export function intentBetween(before: Callback, after: Callback): Intent {
  if (before.anonymisedAt === null && after.anonymisedAt !== null)
    return { kind: 'anonymise', at: after.anonymisedAt };
  const had = new Set(before.history.map(({ id }) => id));
  const has = new Set(after.history.map(({ id }) => id));
  const history = after.history.filter(({ id }) => !had.has(id));
  // A full history drops its oldest: that was no undo.
  const full = after.history.length >= limits.history;
  return {
    kind: 'change',
    fields: fieldsBetween(before, after),
    attempts: attemptsBetween(before.attempts, after.attempts),
    history,
    withdrawn: full ? [] : before.history.flatMap(({ id }) => (has.has(id) ? [] : id)),
    seen: lastWords(before),
    rePromised: history.some(isRePromise),
    calledAgain: history.some(isCallAgain),
    reopened: !isOpen(before) && isOpen(after),
    status: after.status,
  };
}

/** What the last words are. */
export function lastWords({ history }: Pick<Callback, 'history'>): LastWords {
  return {
    rePromise: history.findLast(isRePromise)?.id ?? null,
    reopening: history.findLast(isReopening)?.id ?? null,
    calledAgain: history.findLast(isCallAgain)?.id ?? null,
  };
}

/** True where the intent does nothing. */
export function isIdle(intent: Intent): boolean {
  return (
    intent.kind === 'change' &&
    Object.keys(intent.fields).length === 0 &&
    intent.attempts.length + intent.history.length + intent.withdrawn.length === 0
  );
}

function isRePromise({ what }: HistoryItem): boolean {
  return what === 're-promised' || what === 'carried over';
}

function isCallAgain({ what }: HistoryItem): boolean {
  return what === 'merged';
}

function isReopening({ what, from, to }: HistoryItem): boolean {
  return what === 'status' && from !== null && to !== null && isClosedWord(from) && !isClosedWord(to);
}

function isClosedWord(word: string): boolean {
  return word === 'completed' || word === 'no longer needed';
}

function fieldsBetween(before: Callback, after: Callback): FieldChanges {
  return Object.fromEntries(
    rebasedFields
      .filter((field) => !isSame(before[field], after[field]))
      .map((field) => [field, { base: before[field], value: after[field] }]),
  );
}

function attemptsBetween(before: readonly Attempt[], after: readonly Attempt[]): ChangeIntent['attempts'] {
  const changed = after.flatMap((value) => {
    const base = before.find(({ id }) => id === value.id) ?? null;
    return isSame(base, value) ? [] : { base, value };
  });
  const full = after.length >= limits.attempts;
  const gone = full ? [] : before.filter(({ id }) => !after.some((one) => one.id === id));
  return [...changed, ...gone.map((base) => ({ base, value: null }))];
}
