import {
  type Callback,
  type CallbackPromise,
  type HistoryItem,
  type Kind,
  limits,
  type Phone,
} from './callback.ts';
import { type CallbackContent, numberOf, promiseText } from './compose.ts';
import { type Act, addHistory, historyItem, promiseItem } from './history.ts';
import { isSameNumber } from './same-caller.ts';

/** Kinds from the one whose clock presses most: of two, this one is kept. */
const byPressure: readonly Kind[] = [
  'disconnected',
  'missed call',
  'promised',
  'post-job follow-up',
  're-engagement',
];

/**
 * The open entry with what the same caller's new call brought: the reason appended, "called again" counted, of
 * two promises the earlier deadline, fields that were empty filled, all their numbers. Nothing the entry held
 * is lost; what gave way stands in its history.
 */
export function mergeInto(existing: Callback, incoming: CallbackContent, act: Act): Callback {
  const time = mergedTime(existing, incoming);
  const numbers = mergedNumbers(existing, incoming);
  const merged: Callback = {
    ...existing,
    ...mergedReason(existing, incoming),
    ...time,
    ...numbers,
    callerName: existing.callerName || incoming.callerName,
    reference: existing.reference || incoming.reference,
    owner: existing.owner ?? incoming.owner,
    source: existing.source ?? incoming.source,
    objective: existing.objective || (incoming.objective ?? ''),
    missing: existing.missing || (incoming.missing ?? ''),
    bestTime: existing.bestTime ?? incoming.bestTime ?? null,
    calledAgain: existing.calledAgain + 1,
    calledAgainAt: Math.max(incoming.happenedAt, existing.calledAgainAt ?? 0),
    updatedAt: act.now,
  };
  return {
    ...merged,
    history: addHistory(existing.history, ...mergeHistory(existing, incoming, merged, act)),
  };
}

function mergedReason(
  existing: Callback,
  incoming: CallbackContent,
): Pick<Callback, 'reason' | 'reasonConfirmed'> {
  const { reason, reasonConfirmed } = existing;
  if (!incoming.reasonConfirmed || reason.includes(incoming.reason)) return { reason, reasonConfirmed };
  // A reason filled in from the kind gives way to one somebody typed.
  if (!reasonConfirmed) return { reason: incoming.reason, reasonConfirmed: true };
  const room = limits.reason - incoming.reason.length - 1;
  return { reason: `${reason.slice(0, Math.max(0, room))}\n${incoming.reason}`, reasonConfirmed };
}

function mergedTime(
  existing: Callback,
  incoming: CallbackContent,
): Pick<Callback, 'kind' | 'happenedAt' | 'promise'> {
  const pressesMore = byPressure.indexOf(incoming.kind) < byPressure.indexOf(existing.kind);
  const { kind, happenedAt } = pressesMore ? incoming : existing;
  // Nobody waits for a re-engagement: its date must not hold up the call that was missed just now.
  const runsByClock = incoming.kind === 'missed call' || incoming.kind === 'disconnected';
  const kept = existing.kind === 're-engagement' && runsByClock ? null : existing.promise;
  return { kind, happenedAt, promise: earlier(kept, incoming.promise) };
}

function earlier(one: CallbackPromise | null, other: CallbackPromise | null): CallbackPromise | null {
  return deadline(other) < deadline(one) ? other : (one ?? other);
}

function deadline(promise: CallbackPromise | null): number {
  return promise?.until ?? promise?.from ?? Number.POSITIVE_INFINITY;
}

function mergedNumbers(
  existing: Callback,
  incoming: CallbackContent,
): Pick<Callback, 'phone' | 'alternatePhones'> {
  const all = [
    existing.phone,
    incoming.phone,
    ...existing.alternatePhones,
    ...(incoming.alternatePhones ?? []),
  ].flatMap((phone) => phone ?? []);
  const different = all.filter((phone, place) => all.findIndex((one) => isSameLine(one, phone)) === place);
  const [first = null, ...others] = different;
  return { phone: first, alternatePhones: others.slice(0, limits.alternatePhones) };
}

function isSameLine(one: Phone, other: Phone): boolean {
  return isSameNumber(one, other) && one.extension === other.extension;
}

function mergeHistory(
  existing: Callback,
  incoming: CallbackContent,
  merged: Callback,
  act: Act,
): HistoryItem[] {
  const gaveWay = [existing.promise, incoming.promise].filter(
    (promise) => promise !== null && promise !== merged.promise,
  );
  const numberFilled = existing.phone === null && merged.phone !== null;
  return [
    promiseItem(historyItem('merged', existing.reason, incoming.reason, act), existing.promise),
    ...gaveWay.map((promise) =>
      promiseItem(
        historyItem('promise', promiseText(promise), promiseText(merged.promise), act),
        merged.promise,
      ),
    ),
    ...(!existing.owner && merged.owner ? [historyItem('owner', null, merged.owner.name, act)] : []),
    ...(numberFilled && merged.phone ? [historyItem('phone', null, numberOf(merged.phone), act)] : []),
  ];
}
