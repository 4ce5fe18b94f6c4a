import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import { closeDayRecord, startOfDay } from '../domain/close-day.ts';
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
  /** When today was closed (epoch ms) with how many left open; null while it is not. */
  closed: ReadonlySignal<{ at: number; leftOpen: number } | null>;
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

export function createReviewStore(deps: ReviewStoreDeps): ReviewStore {
  const { repositories, callbacks, settings, clock } = deps;
  const missed = signal<string | null>(null);
  const closed = signal<{ at: number; leftOpen: number } | null>(null);
  const today = () => dayOf(clock.now.value, clock.zone.value);

  const stop = repositories.watch(
    async () => ({
      today: await repositories.reminders.closedDay(today()),
      missed: await missedReview({
        records: repositories.reminders,
        settings: settings.settings.value,
        open: await repositories.callbacks.open(),
        zone: clock.zone.value,
        now: clock.now.value,
      }),
    }),
    (read) => {
      missed.value = read.missed?.day ?? null;
      closed.value = read.today && { at: read.today.closedAt, leftOpen: read.today.leftOpen };
    },
    () => {
      missed.value = null;
    },
  );

  return {
    parts: computed(() => reviewOf(callbacks.open.value, settings.rules.value, clock.now.value)),
    missed,
    closed,
    async closeDay() {
      const now = clock.now.value;
      const rules = settings.rules.value;
      const record = closeDayRecord({
        open: callbacks.open.value,
        closed: await repositories.callbacks.closedSince(startOfDay(now, rules.zone)),
        rules,
        now,
        by: settings.settings.value.yourName || null,
      });
      await repositories.reminders.closeDay(record);
      // Said at once: the watched query brings it only a moment later.
      closed.value = { at: record.closedAt, leftOpen: record.leftOpen };
      deps.onClosed(record.day);
    },
    stop,
  };
}
