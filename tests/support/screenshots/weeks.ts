import { toStored } from '../../../lib/db/callbacks-repository.ts';
import { finishAttempt } from '../../../lib/domain/attempts.ts';
import type { Callback, Kind, Outcome } from '../../../lib/domain/callback.ts';
import { composeCallback } from '../../../lib/domain/compose.ts';
import { personNamed } from '../../../lib/domain/people.ts';
import type { Screen } from '../browsers/screen.ts';
import { morningZone } from '../journey/zone.ts';

const minute = 60_000;
const owners = ['Priya Raman', 'Jonas Weber', 'María Fernanda Ó Súilleabháin-Echeverría'];

/** Weeks of callbacks that are over, the same ones every time: four each working day, most of them in time. */
export function pastWeeks(weeks: number, now: Date = new Date()): Callback[] {
  const zone = morningZone(now);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  let count = 0;
  const newId = () => {
    count += 1;
    return `018f0000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
  return Array.from({ length: weeks * 7 }, (_, back) => today.subtract({ days: weeks * 7 - back }))
    .filter(({ dayOfWeek }) => dayOfWeek < 6)
    .flatMap((day, place) =>
      [9, 11, 14, 16].map((hour, turn) => {
        const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: 10 } }).epochMilliseconds;
        return onePast(at, place * 4 + turn, zone, newId);
      }),
    );
}

function onePast(at: number, turn: number, zone: string, newId: () => string): Callback {
  const kinds: Kind[] = ['promised', 'missed call', 'promised', 'post-job follow-up'];
  const kind = kinds[turn % kinds.length] ?? 'promised';
  const owner = personNamed(owners[turn % owners.length] ?? '');
  const by = owner?.name ?? null;
  const due = at + 60 * minute;
  const entry = composeCallback(
    {
      callerName: `Caller ${turn}`,
      phone: null,
      reference: '',
      reason: 'Asked to be called back',
      reasonConfirmed: true,
      kind,
      promise: kind === 'missed call' ? null : { from: null, until: due, zone, words: 'in an hour' },
      owner,
      status: 'needs call',
      happenedAt: at,
      source: null,
    },
    { now: at, by, newId },
  );
  // Every seventh is late, by more the older it is; every fifth takes two calls or three.
  const after =
    kind === 'missed call' ? 3 + (turn % 4) : turn % 7 === 0 ? 65 + ((turn * 13) % 80) : 20 + (turn % 35);
  const vain: Outcome[] =
    turn % 5 === 0 ? (['no answer', 'left message'].slice(0, 1 + (turn % 2)) as Outcome[]) : [];
  return [...vain, 'reached, done' as const].reduce<Callback>(
    (one, outcome, nth) =>
      finishAttempt(one, null, { outcome } as Parameters<typeof finishAttempt>[2], {
        now: at + (after + nth * 25) * minute,
        by,
        newId,
      }),
    entry,
  );
}

/** Puts entries into the list as they are stored, behind every form. @param page one of Ringback's own */
export function storeEntries(page: Screen, entries: readonly Callback[]): Promise<void> {
  return page.run(async (rows) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ringback');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction('callbacks', 'readwrite');
    for (const row of rows) writing.objectStore('callbacks').put(row);
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    });
    database.close();
  }, entries.map(toStored));
}
