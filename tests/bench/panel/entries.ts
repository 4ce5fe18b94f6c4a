import { toStored } from '../../../lib/db/callbacks-repository.ts';
import type { StoredCallback } from '../../../lib/db/schema.ts';
import { type Callback, CallbackSchema, type Kind, type Status } from '../../../lib/domain/callback.ts';

const first = [
  'Ana',
  'Björn',
  'Chloé',
  'Dmitri',
  'Eun-ji',
  'Farah',
  'Grace',
  'Hiro',
  'Inês',
  'Jonas',
  'Khadija',
  'Liam',
];
const last = [
  'Abara',
  'Brandt',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fontaine',
  'García',
  'Haddad',
  'Ivanova',
  'Jansen',
];
const reasons = [
  'Invoice was paid twice, wants the refund confirmed before the end of the month',
  'Asked for a new arrival window because the gate code has changed',
  'Quote for the heat pump, compares with another offer',
  'Boiler shows an error again since the visit on Monday',
];
const kinds: Kind[] = [
  'promised',
  'missed call',
  'promised',
  'post-job follow-up',
  're-engagement',
  'disconnected',
];
const open: Status[] = ['needs call', 'waiting on internal answer', 'called once', 'left message'];
const minute = 60_000;

/** Whom a search in the bench is to find: the entry closed first of all. */
export const oldestName = 'Quillon Zephyrhill';

/** Closed entries lie within this: what is older loses who and why, which is another thing to measure. */
const span = 80 * 24 * 60 * minute;

/**
 * Entries as much work leaves them: the open ones of the last days, and behind them closed ones, evenly back in
 * time. @param now epoch ms
 */
export function* entriesOf(count: number, openCount: number, now: number): Generator<StoredCallback> {
  for (let place = 0; place < count; place += 1) {
    yield toStored(
      CallbackSchema.parse(place < openCount ? openEntry(place, now) : closedEntry(place, count, now)),
    );
  }
}

function openEntry(place: number, now: number): Callback {
  const kind = pick(kinds, place);
  const until = now + (place - 300) * 7 * minute;
  return {
    ...base(place, now - (place % 2_000) * minute),
    kind,
    status: pick(open, place),
    promise: kind === 'promised' ? { from: null, until, zone: 'UTC', words: 'as said' } : null,
  };
}

function closedEntry(place: number, count: number, now: number): Callback {
  const closedAt = now - Math.floor((span / count) * place);
  return {
    ...base(place, closedAt - 90 * minute),
    ...(place === count - 1 ? { callerName: oldestName } : {}),
    status: place % 9 === 0 ? 'no longer needed' : 'completed',
    closedAt,
    updatedAt: closedAt,
  };
}

function base(place: number, at: number): Callback {
  const number = `+1415555${String(place % 10_000).padStart(4, '0')}`;
  const owner = place % 5 === 0 ? null : { id: 'sam agent', name: 'Sam Agent' };
  return {
    id: idAt(at, place),
    callerName: `${pick(first, place)} ${pick(last, place * 7)}${pick(['', '-Reyes', ' jr.'], place)}`,
    phone: { e164: number, asShown: number, extension: null },
    alternatePhones: [],
    reference: `NG-${place}`,
    reason: pick(reasons, place),
    reasonConfirmed: true,
    kind: 'promised',
    happenedAt: at,
    promise: null,
    owner,
    status: 'needs call',
    notes: place % 3 === 0 ? 'Prefers the mobile number, in the afternoon; the dog is friendly.' : '',
    source: { url: `https://crm.example.com/customers/${place}`, title: 'Customer', site: 'crm.example.com' },
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    attempts: [
      { id: idAt(at + 1, place), at, by: owner, outcome: 'no answer', number, note: '', loggedAt: at },
    ],
    history: [
      { id: idAt(at + 2, place), at, by: 'Sam Agent', what: 'created', from: null, to: null },
      { id: idAt(at + 3, place), at, by: 'Sam Agent', what: 'status', from: 'needs call', to: 'called once' },
    ],
    objective: '',
    missing: '',
    escalation: null,
    calledAgain: 0,
    calledAgainAt: null,
    voicemailHeard: false,
    bestTime: null,
    anonymisedAt: null,
  } as Callback;
}

function pick<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}

/** A UUID v7 of that moment, the same in every run. */
function idAt(at: number, place: number): string {
  const time = at.toString(16).padStart(12, '0');
  const rest = place.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}
