import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import type { Callback } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import { concerns } from '../domain/ownership.ts';
import { type Reminded, remindedNow } from '../reminders/reminded.ts';

/** What the agent is reminded of now, kept on the screen whether or not a notification came. */
export interface RemindedStore {
  reminded: ReadonlySignal<Reminded[]>;
  /** False where the browser shows no notifications of Ringback. */
  mayNotify: ReadonlySignal<boolean>;
  stop(): void;
}

export interface RemindedStoreDeps {
  repositories: { reminders: Pick<Repositories['reminders'], 'snoozes'>; watch: Repositories['watch'] };
  open: ReadonlySignal<Callback[]>;
  /** Who the agent is in the team; empty without one. */
  memberId: () => string;
  rules: ReadonlySignal<DayRules>;
  now: ReadonlySignal<number>;
  mayNotify: () => Promise<boolean>;
  /** @returns stops it */
  onMayNotifyChange: (listener: () => void) => () => void;
  /** Told when a reminder joins: its alarm may be gone, and the background is to look. */
  onNew: () => void;
}

export function createRemindedStore(deps: RemindedStoreDeps): RemindedStore {
  const snoozes = signal<ReadonlyMap<string, number>>(new Map());
  const mayNotify = signal(true);
  const reminded = computed(() =>
    remindedNow({
      open: deps.open.value.filter((entry) => concerns(entry, deps.memberId())),
      snoozes: snoozes.value,
      rules: deps.rules.value,
      now: deps.now.value,
    }),
  );
  async function ask(): Promise<void> {
    mayNotify.value = await deps.mayNotify();
  }
  let known = new Set<string>();
  const stops = [
    deps.repositories.watch(
      () => deps.repositories.reminders.snoozes(),
      (read) => {
        snoozes.value = new Map(read.map(({ callbackId, until }) => [callbackId, until]));
      },
      // Without them what was snoozed stands here, too: too much rather than too little.
      () => {},
    ),
    effect(() => {
      const keys = reminded.value.map(({ key }) => key);
      const joined = keys.some((key) => !known.has(key));
      known = new Set(keys);
      if (joined) deps.onNew();
    }),
    deps.onMayNotifyChange(ask),
  ];
  void ask();

  return {
    reminded,
    mayNotify,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
