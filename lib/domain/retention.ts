import * as z from 'zod/mini';
import { type Callback, type HistoryItem, isOpen, StatusSchema } from './callback.ts';

/** What becomes of a closed entry once its time is over. */
export const retentionActions = ['anonymise', 'delete'] as const;
export type RetentionAction = (typeof retentionActions)[number];

/** Longest time that can be set, in days. */
const longest = 3_650;
const dayMs = 24 * 3_600_000;

/** The part of the settings that says how long closed entries tell who and why. */
export const RetentionSchemas = {
  /** Days after closing; 0 keeps everything. */
  retentionDays: z.int().check(z.gte(0), z.lte(longest)),
  retentionAction: z.enum(retentionActions),
};
export const defaultRetention = { retentionDays: 90, retentionAction: 'anonymise' as RetentionAction };

/** What was closed at or before this is past its time, epoch ms; null where everything is kept. */
export function retentionCutoff(retentionDays: number, now: number): number | null {
  return retentionDays === 0 ? null : Math.max(0, now - retentionDays * dayMs);
}

/**
 * A closed entry without who and why. What the figures are worked out from stays: times, kind, status, owner, how
 * each attempt went and which colleague did what. An open entry, or one that is anonymous already, is given back
 * as it is.
 */
export function anonymise(callback: Callback, now: number): Callback {
  if (isOpen(callback) || callback.anonymisedAt !== null) return callback;
  const { promise } = callback;
  return {
    ...callback,
    callerName: '',
    phone: null,
    alternatePhones: [],
    reference: '',
    reason: '',
    // Nothing is left that anybody could confirm.
    reasonConfirmed: true,
    promise: promise && { ...promise, words: '' },
    notes: '',
    source: null,
    attempts: callback.attempts.map((attempt) => ({ ...attempt, number: null, note: '' })),
    history: callback.history.map(anonymousItem),
    objective: '',
    missing: '',
    // That it was escalated, by whom and when, stands in the history; an escalation is nothing without its reason.
    escalation: null,
    bestTime: null,
    anonymisedAt: now,
  };
}

/** The history keeps what happened; of its texts only those that can name nobody: status words and instants. */
function anonymousItem(item: HistoryItem): HistoryItem {
  return { ...item, from: impersonal(item.from), to: impersonal(item.to) };
}

function impersonal(text: string | null): string | null {
  if (text === null) return null;
  return StatusSchema.safeParse(text).success || isPromise(text) ? text : null;
}

/** A promise as the history keeps it where it was given without words: '2026-03-11T13:30:00.000Z/…'. */
function isPromise(text: string): boolean {
  const instant = String.raw`(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?`;
  return new RegExp(`^${instant}/${instant}$`).test(text);
}
