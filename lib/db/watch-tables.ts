import { onTableChange } from './on-table-change.ts';
import type { RingbackDatabase } from './schema.ts';

/** A read that took longer than this is not repeated at once, ms. */
const slow = 50;
/** So often a quick read is repeated before it is told: somebody who never stops writing is not waited for. */
const mostRounds = 3;
/** Rest after a slow read, in its own length, and the longest, ms. */
const rest = { share: 4, longest: 2_000 };
/** The same while a whole list comes: reading holds up who stores it, and what is shown is a part in any case. */
const calmRest = { share: 20, longest: 10_000 };

/** What goes on once tables are watched. */
export interface TableWatch {
  /** What was written a moment ago is read without a rest: whoever wrote it here looks at it. */
  hurry: () => void;
  /** Ends it. */
  stop: () => void;
}

export interface WatchListeners<T> {
  onResult: (result: T) => void;
  onError: (error: unknown) => void;
  /** True while thousands of entries of a team come: whoever says so calls `hurry` when they are there. */
  isCalm?: () => boolean;
}

export interface WatchClock {
  /** Only goes forward, ms. */
  now: () => number;
  /** @returns calls it off */
  after: (ms: number, act: () => void) => () => void;
}

const browserClock: WatchClock = {
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs `query` now and again after something was written to one of the tables, in any window of this profile: one at
 * a time, and a slow one only after a rest. While thousands of entries of a team are stored, each batch would have a
 * long list read again; the page could do nothing else, and whoever stores would wait for it. What the agent does
 * here is to be seen at once all the same: whoever writes calls `hurry` afterwards.
 */
export function watchTables<T>(
  db: RingbackDatabase,
  tables: readonly string[],
  query: () => Promise<T>,
  { onResult, onError, isCalm = () => false }: WatchListeners<T>,
  clock: WatchClock = browserClock,
): TableWatch {
  let [running, changed, told, urgent, stopped] = [false, false, false, false, false];
  let restsUntil = 0;
  let callOff: (() => void) | null = null;

  async function read(): Promise<void> {
    callOff = null;
    running = true;
    // What is outdated already is read once more before anybody hears of it: what was read quickly, or is the first.
    let [took, tell, rounds] = [0, () => {}, 0];
    do {
      changed = false;
      urgent = false;
      rounds += 1;
      const began = clock.now();
      tell = await query().then(
        (result) => () => onResult(result),
        (error) => () => onError(error),
      );
      took = clock.now() - began;
    } while (changed && (took <= slow || !told) && rounds < mostRounds && !stopped);
    const { share, longest } = isCalm() ? calmRest : rest;
    restsUntil = took > slow && !urgent ? clock.now() + Math.min(took * share, longest) : 0;
    running = false;
    if (stopped) return;
    told = true;
    tell();
    if (changed) next();
  }

  function next(): void {
    changed = true;
    if (running || stopped || callOff) return;
    const wait = restsUntil - clock.now();
    if (wait > 0) callOff = clock.after(wait, read);
    else void read();
  }

  function hurry(): void {
    restsUntil = 0;
    urgent = true;
    if (!callOff) return;
    callOff();
    void read();
  }

  const stops = tables.map((table) => onTableChange(db, table, next));
  void read();
  return {
    hurry,
    stop() {
      stopped = true;
      callOff?.();
      callOff = null;
      for (const stop of stops) stop();
    },
  };
}
