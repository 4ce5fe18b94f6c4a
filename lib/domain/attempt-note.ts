import * as z from 'zod/mini';
import { attemptNumber, withAttempt } from './attempts.ts';
import { type Attempt, type Callback, limits } from './callback.ts';
import type { Act } from './history.ts';
import { cleanText } from './text.ts';

/** What a note template may name, in braces. */
export const notePlaceholders = [
  'n',
  'date',
  'time',
  'agent',
  'outcome',
  'note',
  'caller',
  'number',
  'reference',
  'reason',
] as const;
export type NotePlaceholder = (typeof notePlaceholders)[number];

/** The line a new install logs attempts with. */
export const defaultNoteTemplate = 'Callback attempt {n} · {date} {time} · {agent} · {outcome} · {note}';

const placeholder = /\{([^{}]*)\}/g;

/** What stands in braces and means nothing, as written; empty where the template can be used. */
export function unknownPlaceholders(template: string): string[] {
  const names = [...template.matchAll(placeholder)].map(([, name]) => name ?? '');
  return names.filter((name) => !notePlaceholders.some((known) => known === name));
}

export const NoteTemplateSchema = z.string().check(
  z.maxLength(500),
  z.refine((template) => template.trim() !== '', { error: 'note-empty' }),
  z.refine((template) => unknownPlaceholders(template).length === 0, { error: 'note-placeholder' }),
);

/** What the note says in the words and formats of the language. */
export interface NoteWords {
  date: string;
  time: string;
  outcome: string;
}

/**
 * The one line an attempt is logged with. Parts between middle dots that turn out empty (no agent's name, no
 * note) are left out with their dot; what the values hold is never read as a template.
 */
export function attemptNote(
  template: string,
  callback: Callback,
  attempt: Attempt,
  words: NoteWords,
): string {
  const values: Record<NotePlaceholder, string> = {
    ...words,
    n: String(attemptNumber(callback, attempt.id)),
    agent: attempt.by?.name ?? '',
    note: attempt.note,
    caller: callback.callerName,
    number: attempt.number ?? '',
    reference: callback.reference,
    reason: callback.reason,
  };
  const parts = template.split('·').flatMap((part) => {
    const names = [...part.matchAll(placeholder)].map(([, name]) => name as NotePlaceholder);
    const isEmpty = names.length > 0 && names.every((name) => oneLine(values[name]) === '');
    return isEmpty
      ? []
      : [part.replace(placeholder, (_, name: NotePlaceholder) => values[name] ?? '').trim()];
  });
  return oneLine(parts.join(' · '));
}

function oneLine(text: string): string {
  return cleanText(text, { max: limits.reason });
}

/** Finished attempts that are not in the CRM yet. */
export function unloggedAttempts(callback: Pick<Callback, 'attempts'>): Attempt[] {
  return callback.attempts.filter(({ outcome, loggedAt }) => outcome !== null && loggedAt === null);
}

/**
 * True where an attempt is not in the CRM, those still unfinished included: not logged did not happen. Of an
 * anonymised entry nobody could tell any more what to log.
 */
export function hasUnlogged({
  attempts,
  anonymisedAt,
}: Pick<Callback, 'attempts' | 'anonymisedAt'>): boolean {
  if (anonymisedAt) return false;
  return attempts.some(({ loggedAt }) => loggedAt === null);
}

/** The entry with an attempt marked as logged in the CRM. */
export function markLogged(callback: Callback, attemptId: string, act: Act): Callback {
  const attempt = callback.attempts.find(({ id }) => id === attemptId);
  return attempt ? withAttempt(callback, { ...attempt, loggedAt: act.now }, act) : callback;
}
