import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import { type Callback, isOpen } from '../domain/callback.ts';
import { type ClosedDay, closeDayRecord, startOfDay } from '../domain/close-day.ts';
import { concerns } from '../domain/ownership.ts';
import { type ReviewPart, reviewOf } from '../domain/review.ts';
import { dayOf, missedReview } from '../reminders/review-times.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { ClockStore } from './clock-store.ts';
import type { SettingsStore } from './settings-store.ts';

/** The review before the day closes. */
export interface ReviewStore {
  parts: ReadonlySignal<ReviewPart[]>;
  /** The day whose review never came, 'YYYY-MM-DD'; null where none is owed. */
  missed: ReadonlySignal<string | null>;
  /** Today's record; null while the day is not closed. */
  closed: ReadonlySignal<ClosedDay | null>;
  /** The records of the days before, the latest first: shown the next morning and readable later. */
  earlier: ReadonlySignal<ClosedDay[]>;
  /** Records that today was looked through. Resolves once stored. */
  closeDay(): Promise<void>;
  stop(): void;
}

export interface ReviewStoreDeps {
  repositories: Pick<Repositories, 'callbacks' | 'reminders' | 'watch'>;
  callbacks: CallbacksStore;
  settings: SettingsStore;
  clock: ClockStore;
  /** Tells the background that the review of a day ('YYYY-MM-DD') is done. */
  onClosed: (day: string) => void;
}

/** Two weeks of working days: what anybody asks about. */
const shownDays = 10;

export function createReviewStore(deps: ReviewStoreDeps): ReviewStore {
  const { repositories, callbacks, settings, clock } = deps;
  const missed = signal<string | null>(null);
  const closed = signal<ClosedDay | null>(null);
  const earlier = signal<ClosedDay[]>([]);
  const unlogged = signal<Callback[]>([]);
  const mine = (entries: readonly Callback[]) =>
    entries.filter((entry) => concerns(entry, settings.settings.value.memberId));
  const today = () => dayOf(clock.now.value, clock.zone.value);

  const stop = repositories.watch(
    async () => ({
      days: await repositories.reminders.closedDays(shownDays),
      unlogged: await repositories.callbacks.unlogged(),
      missed: await missedReview({
        records: repositories.reminders,
        settings: settings.settings.value,
        open: mine(await repositories.callbacks.open()),
        zone: clock.zone.value,
        now: clock.now.value,
      }),
    }),
    (read) => {
      missed.value = read.missed?.day ?? null;
      closed.value = read.days.find(({ day }) => day === today()) ?? null;
      earlier.value = read.days.filter(({ day }) => day !== today());
      unlogged.value = read.unlogged;
    },
    () => {
      missed.value = null;
    },
  );

  return {
    parts: computed(() => {
      const closedUnlogged = unlogged.value.filter((entry) => !isOpen(entry)).map(callbacks.named.value);
      return reviewOf(
        mine([...callbacks.open.value, ...closedUnlogged]),
        settings.rules.value,
        clock.now.value,
      );
    }),
    missed,
    closed,
    earlier,
    async closeDay() {
      const now = clock.now.value;
      const rules = settings.rules.value;
      const record = closeDayRecord({
        open: mine(callbacks.open.value),
        closed: mine(await repositories.callbacks.closedSince(startOfDay(now, rules.zone))),
        rules,
        now,
        by: settings.settings.value.yourName || null,
      });
      await repositories.reminders.closeDay(record);
      // Said at once: the watched query brings it only a moment later.
      closed.value = record;
      deps.onClosed(record.day);
    },
    stop,
  };
}
