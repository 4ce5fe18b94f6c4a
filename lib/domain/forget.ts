import type { Callback, Phone } from './callback.ts';
import { type Draft, newDraft } from './draft.ts';
import { hasName, hasNumber, isName, nameParts, withoutTraces } from './mentions.ts';
import { isSameNumber } from './same-caller.ts';
import { unescaped } from './text.ts';

/** Whom to forget: a name, numbers, or both. */
export interface CallerQuery {
  /** '' where only the number is known. */
  name: string;
  phones: readonly Phone[];
}

/**
 * How an entry is about the caller:
 * - `caller`: their number or their whole name; it goes.
 * - `similar`: a name with all the words that were asked for in it; it goes where somebody says so.
 * - `mention`: somebody else's entry that names them; the entry stays, the mention goes.
 */
export type TraceKind = 'caller' | 'similar' | 'mention';

/** How this entry is about the caller; null where it is not. */
export function traceIn(callback: Callback, query: CallerQuery): TraceKind | null {
  const numbers = [callback.phone, ...callback.alternatePhones].flatMap((phone) => phone ?? []);
  if (isName(callback.callerName, query.name) || numbers.some((phone) => isTheirs(phone, query)))
    return 'caller';
  if (hasAllWords(callback.callerName, query.name)) return 'similar';
  return textsOf(callback).some((text) => mentions(text, query)) ? 'mention' : null;
}

/** True where a draft holds anything of the caller. */
export function isDraftOf(draft: Draft, query: CallerQuery): boolean {
  const { callerName, phone, reference, reason, promisedTime } = draft.fields;
  const texts = [callerName, phone, reference, reason, promisedTime, ...sourceTexts(draft.source)];
  return (
    hasAllWords(callerName, query.name) ||
    texts.some((text) => mentions(text, query)) ||
    (draft.record !== null && mentions(draft.record.recordKey, query))
  );
}

/** The entry without what it says of the caller; it stays the entry of whom it is about. */
export function withoutMentions(callback: Callback, query: CallerQuery): Callback {
  const clean = (text: string) => withoutTraces(text, query.name, query.phones);
  const cleanOrNull = (text: string | null) => (text === null ? null : clean(text));
  const { escalation, source } = callback;
  return {
    ...callback,
    reference: clean(callback.reference),
    reason: clean(callback.reason),
    notes: clean(callback.notes),
    objective: clean(callback.objective),
    missing: clean(callback.missing),
    // An address with something taken out of it leads nowhere.
    source: sourceTexts(source).some((text) => mentions(text, query)) ? null : source,
    escalation: escalation && { ...escalation, reason: clean(escalation.reason) },
    attempts: callback.attempts.map((attempt) => ({
      ...attempt,
      number: cleanOrNull(attempt.number),
      note: clean(attempt.note),
    })),
    history: callback.history.map((item) =>
      // A colleague of the same name stays who they are.
      item.what === 'owner' ? item : { ...item, from: cleanOrNull(item.from), to: cleanOrNull(item.to) },
    ),
  };
}

/** What takes the place of a draft that a form may hold at this moment. */
export function emptied({ id, fields, windowId }: Draft, now: number): Draft {
  return { ...newDraft(id, fields.owner, windowId, now), forgotten: true };
}

/** Two numbers the phone library vouches for are compared as such; of others, the digits. */
function isTheirs(phone: Phone, { phones }: CallerQuery): boolean {
  return phones.some(
    (one) =>
      isSameNumber(one, phone) ||
      ((one.e164 === null || phone.e164 === null) && hasNumber(phone.e164 ?? phone.asShown, [one])),
  );
}

function mentions(text: string, { name, phones }: CallerQuery): boolean {
  return hasName(text, name) || hasNumber(text, phones);
}

function hasAllWords(name: string, asked: string): boolean {
  const [words, wanted] = [nameParts(name), nameParts(asked)];
  return wanted.length > 0 && wanted.every((word) => words.includes(word));
}

/** Everything an entry says in words, besides whom it is about. */
function textsOf({ reference, reason, notes, objective, missing, ...callback }: Callback): string[] {
  return [
    ...[reference, reason, notes, objective, missing, callback.escalation?.reason ?? ''],
    ...sourceTexts(callback.source),
    ...callback.attempts.flatMap(({ number, note }) => [number ?? '', note]),
    ...callback.history.flatMap(({ what, from, to }) => (what === 'owner' ? [] : [from ?? '', to ?? ''])),
  ];
}

function sourceTexts(source: Callback['source']): string[] {
  if (!source) return [];
  // A name in an address may be written with '%20'.
  return [source.title, unescaped(source.url)];
}
