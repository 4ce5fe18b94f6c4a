import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CallbacksRepository, EntryChange, RemovedCallback } from '../db/callbacks-repository.ts';
import type { Repositories } from '../db/open-database.ts';
import type { Callback, Owner } from '../domain/callback.ts';
import { type Act, type CallbackEdit, editCallback } from '../domain/compose.ts';
import type { DayRules } from '../domain/due.ts';
import type { OwnerFilter } from '../domain/ownership.ts';
import { withPresentNames } from '../domain/people.ts';
import { sortByUrgency } from '../domain/priority.ts';

/** What the list has to show: still reading, everything read, or why it cannot. */
export type ListState = 'loading' | 'ready' | 'failed';

/** The callbacks of this profile as the screen reads them, and what can be done to them. */
export interface CallbacksStore {
  state: ReadonlySignal<ListState>;
  /** Resolves once the list has been read, or could not be. */
  loaded: Promise<void>;
  /** All open entries in the one urgency order. */
  open: ReadonlySignal<Callback[]>;
  /** The latest closed ones, newest first. */
  closed: ReadonlySignal<Callback[]>;
  /** Gives an entry with the name its owner goes by now, as the lists above have it. */
  named: ReadonlySignal<(entry: Callback) => Callback>;
  /** Whose entries are shown. */
  ownerFilter: ReadonlySignal<OwnerFilter>;
  filterOwner(filter: OwnerFilter): void;
  /** Resolves once stored. Rejects where storage fails. */
  add(entries: readonly Callback[]): Promise<void>;
  /** Adds entries and applies rules to stored ones, all or nothing. Gives what the rules did. */
  addAndChange(
    entries: readonly Callback[],
    changes: readonly { id: string; rule: (stored: Callback, act: Act) => Callback }[],
  ): Promise<EntryChange[]>;
  /** @param seen the entry as the agent saw it: what others did to it since is built upon (lib/domain/intent) */
  edit(id: string, edit: CallbackEdit, seen?: Callback): Promise<Callback>;
  /** Applies a rule to the entry as it is stored now; rejects with CallbackGoneError where it was deleted. */
  change(id: string, rule: (stored: Callback, act: Act) => Callback): Promise<Callback>;
  /** Gives what was removed, for undo; null where it was gone. */
  remove(id: string): Promise<RemovedCallback | null>;
  /** Puts back what `remove` gave. */
  bringBack(removed: RemovedCallback): Promise<void>;
  /** Takes a change back, and nothing that was done to the entry since. */
  takeBack(change: EntryChange): Promise<void>;
  /** Several writes as one, all or none of them. @param work waits for nothing else */
  together<T>(work: (entries: CallbacksRepository, act: () => Act) => Promise<T>): Promise<T>;
  /** An entry as it is stored now, which the screen may not show yet; null where it is gone. */
  stored(id: string): Promise<Callback | null>;
  /** Every entry with this number, open or not. @param e164 '+14155550132' */
  withPhone(e164: string): Promise<Callback[]>;
  stop(): void;
}

export interface CallbacksStoreDeps {
  repositories: Pick<Repositories, 'callbacks' | 'watchTables'>;
  rules: ReadonlySignal<DayRules>;
  now: ReadonlySignal<number>;
  /** The agent, null while no name is set. */
  me: () => Owner | null;
  /** The members of the agent's team; nobody without one. */
  people: ReadonlySignal<readonly Owner[]>;
  /** Who acts: clock, name and ids for the history. */
  act: () => Act;
  /** True while the list of a team is coming for the first time, or after a long time away. */
  catchingUp: ReadonlySignal<boolean>;
  /** Tells the background that something was written. */
  onWritten: () => void;
}

/** How many of the latest closed entries are at hand; the list reads the others (long-list.ts). */
const latest = 30;

export function createCallbacksStore(deps: CallbacksStoreDeps): CallbacksStore {
  const { callbacks } = deps.repositories;
  const state = signal<ListState>('loading');
  const { promise: loaded, resolve: nowLoaded } = Promise.withResolvers<void>();
  const openRows = signal<Callback[]>([]);
  const closedRows = signal<Callback[]>([]);
  const named = computed(() => withPresentNames(deps.people.value));
  const namedOpen = computed(() => openRows.value.map(named.value));
  const closed = computed(() => closedRows.value.map(named.value));
  const ownerFilter = signal<OwnerFilter>('all');
  const watch = deps.repositories.watchTables(
    ['callbacks'],
    () => Promise.all([callbacks.open(), callbacks.closed(latest)]),
    ([openNow, closedNow]) => {
      batch(() => {
        openRows.value = openNow;
        closedRows.value = closedNow;
        state.value = 'ready';
      });
      nowLoaded();
    },
    () => {
      state.value = 'failed';
      nowLoaded();
    },
    () => deps.catchingUp.peek(),
  );
  let comes = false;
  const stopHearing = deps.catchingUp.subscribe((now) => {
    if (comes && !now) watch.hurry();
    comes = now;
  });

  let order: Callback[] = [];
  const open = computed(() => {
    const sorted = sortByUrgency(namedOpen.value, deps.rules.value, deps.now.value);
    // The clock ticks every few seconds: an order that is still right is no reason to draw anything.
    const isSame = sorted.length === order.length && sorted.every((callback, at) => callback === order[at]);
    if (!isSame) order = sorted;
    return order;
  });

  async function written<T>(write: Promise<T>): Promise<T> {
    const result = await write;
    deps.onWritten();
    watch.hurry();
    return result;
  }
  const change: CallbacksStore['change'] = (id, rule) =>
    written(callbacks.update(id, (stored) => rule(stored, deps.act())));
  const edit: CallbacksStore['edit'] = async (id, changes, seen) => {
    if (!seen) return change(id, (stored, act) => editCallback(stored, changes, act));
    const { redo } = await import('../domain/intent/redo.ts');
    return change(id, (stored, act) => redo(seen, editCallback(seen, changes, act), stored));
  };

  return {
    state,
    loaded,
    open,
    closed,
    named,
    ownerFilter,
    filterOwner(filter) {
      ownerFilter.value = filter;
    },
    add: (entries) => written(callbacks.add(entries)),
    addAndChange: (entries, changes) =>
      written(
        callbacks.addAndChange(
          entries,
          changes.map(({ id, rule }) => ({ id, change: (stored) => rule(stored, deps.act()) })),
        ),
      ),
    edit,
    change,
    remove: (id) => written(callbacks.remove(id)),
    bringBack: (removed) => written(callbacks.bringBack(removed)),
    async takeBack({ before, after }) {
      const { redo } = await import('../domain/intent/redo.ts');
      await change(before.id, (stored) => redo(after, before, stored));
    },
    together: (work) => written(callbacks.together(() => work(callbacks, deps.act))),
    stored: (id) => callbacks.get(id),
    withPhone: (e164) => callbacks.withPhone(e164),
    stop() {
      stopHearing();
      watch.stop();
    },
  };
}
