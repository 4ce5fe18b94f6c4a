import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import { type Callback, isOpen, type Owner } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import { type Group, groupCallbacks } from '../domain/groups.ts';
import { concerns, matchesOwner } from '../domain/ownership.ts';
import { markOf, searchText, searchWords, textHas } from '../domain/search.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import { createClosedSearch } from './closed-search.ts';
import { createClosedWindow } from './closed-window.ts';

/** An open entry in its place. */
export interface ListRow {
  callback: Callback;
  group: Group;
  /** How many stand in its group, on the first of them. */
  groupSize: number | null;
}

/** What the list of the panel shows: open entries all, closed ones as far as they are looked at. */
export interface LongList {
  search: ReadonlySignal<string>;
  setSearch(text: string): void;
  /** Open entries that fit, in the one urgency order, by group. */
  open: ReadonlySignal<ListRow[]>;
  /**
   * How many open entries colleagues in the team are late with. They stand in the team's review alone, and here only
   * where they are searched for, asked for, or in hand.
   */
  lateWithColleagues: ReadonlySignal<number>;
  /** Whether the agent has this entry in hand, so that it stays where it is. */
  hold(id: string, inHand: boolean): void;
  /** How many closed ones there are to be looked at, after the open ones. */
  closedCount: ReadonlySignal<number>;
  /** How many closed ones there are of what is asked for; 'many' where they were not all counted. */
  closedTotal: ReadonlySignal<{ count: number; more: boolean }>;
  /** The closed entry at this place, null while it is not read. */
  closedAt(place: number): Callback | null;
  /** Says which closed places are looked at. */
  showClosed(first: number, last: number): void;
  /** How many closed ones stand before the first of those shown, after `showOlder`; 0 for the latest. */
  closedFrom: ReadonlySignal<number>;
  /** True where there are older closed ones than can be scrolled to. */
  goesOn: ReadonlySignal<boolean>;
  /** Goes on with the closed ones before those shown, or back to the latest. */
  showOlder(): void;
  showLatest(): void;
  /** True while there may be more to find. */
  looking: ReadonlySignal<boolean>;
  /** The open entry that is to be brought into view; a new object each time. */
  revealed: ReadonlySignal<{ id: string } | null>;
  /** Brings an open entry into view; where search or filter hide it, all are shown again. */
  reveal(id: string): void;
  stop(): void;
}

function isSameRow(one: ListRow, other: ListRow | undefined): boolean {
  return one.callback === other?.callback && one.group === other.group && one.groupSize === other.groupSize;
}

export interface LongListDeps {
  repositories: Pick<Repositories, 'callbacks' | 'watch'>;
  callbacks: Pick<CallbacksStore, 'open' | 'closed' | 'named' | 'loaded' | 'ownerFilter' | 'filterOwner'>;
  rules: ReadonlySignal<DayRules>;
  now: ReadonlySignal<number>;
  /** The agent, null while no name is set. */
  me: () => Owner | null;
  /** Who the agent is in the team; empty without one. */
  memberId: () => string;
  /** Lets the page draw and hear keys before going on. */
  pause: () => Promise<void>;
  /** Runs `act` after `ms`; gives what calls it off. */
  after: (ms: number, act: () => void) => () => void;
  /** A clock that only goes forward, ms. */
  clock: () => number;
  /** Closed entries that can be scrolled to in one go. */
  reach?: number;
}

/**
 * The closed entries that can be scrolled to in one go. Nobody scrolls further, browsers have an end to how tall a
 * page may be (Firefox at 17.9 million pixels), and a search finds all of them.
 */
const usualReach = 20_000;

export function createLongList(deps: LongListDeps): LongList {
  const { repositories, callbacks, me, reach = usualReach } = deps;
  const search = signal('');
  const stored = signal(0);
  const from = signal(0);
  const closedSearch = createClosedSearch({
    ...deps,
    callbacks: repositories.callbacks,
    named: callbacks.named,
    now: deps.clock,
  });
  const window = createClosedWindow(repositories.watch);
  const words = computed(() => searchWords(search.value));
  const texts = new WeakMap<Callback, string>();
  const textOf = (callback: Callback): string => {
    const known = texts.get(callback) ?? searchText(callback);
    texts.set(callback, known);
    return known;
  };

  /** What a closed entry must have: the words typed and, where not everybody's are shown, its owner. */
  const wanted = computed(() => {
    const filter = callbacks.ownerFilter.value;
    const owner = me();
    if (filter === 'all') return words.value;
    // Nothing is mine while no name is set: no entry has an empty word of its own.
    const mark = filter === 'no owner' ? markOf(null) : owner ? markOf(owner) : '\n';
    return [[mark], ...words.value];
  });
  let stopCounting = () => {};
  let isOver = false;
  // The database answers one question after the other, and to count years takes it longer than to read the list.
  callbacks.loaded.then(deps.pause).then(() => {
    if (isOver) return;
    stopCounting = repositories.watch(
      () => repositories.callbacks.countClosed(),
      (count) => {
        stored.value = count;
      },
      () => {},
    );
  });
  const stops = [
    () => stopCounting(),
    effect(() => {
      const asked = wanted.value;
      queueMicrotask(() => closedSearch.look(asked));
    }),
    effect(() => {
      if (wanted.value.length === 0) {
        const first = from.value;
        const count = Math.max(0, Math.min(stored.value - first, reach));
        const read = (limit: number, at: number) => repositories.callbacks.closed(limit, first + at);
        queueMicrotask(() => window.from({ name: `from ${first}`, count, read }));
        return;
      }
      const { ids } = closedSearch.hits.value;
      const read = async (limit: number, from: number) =>
        (await repositories.callbacks.byIds(ids.slice(from, from + limit))).map((row) =>
          row && !isOpen(row) ? row : null,
        );
      queueMicrotask(() => window.from({ name: ids.join(), count: ids.length, read }));
    }),
    () => closedSearch.stop(),
    () => window.stop(),
  ];

  const revealed = signal<{ id: string } | null>(null);
  const inHand = signal<ReadonlySet<string>>(new Set());
  const fitting = computed(() => {
    const filter = callbacks.ownerFilter.value;
    const owner = me();
    const asked = words.value;
    const found = callbacks.open.value.filter(
      (entry) => matchesOwner(entry, filter, owner) && (asked.length === 0 || textHas(textOf(entry), asked)),
    );
    return groupCallbacks(found, deps.rules.value, deps.now.value);
  });
  /** What is late and to be seen here. */
  const overdue = computed(() => {
    const late = fitting.value.get('overdue') ?? [];
    const memberId = deps.memberId();
    if (memberId === '' || words.value.length > 0) return late;
    const asked = revealed.value?.id;
    return late.filter(
      (entry) => concerns(entry, memberId) || entry.id === asked || inHand.value.has(entry.id),
    );
  });
  let drawn: ListRow[] = [];
  const open = computed(() => {
    const rows = [...fitting.value].flatMap(([group, all]) => {
      const entries = group === 'overdue' ? overdue.value : all;
      return entries.map((callback, place) => ({
        callback,
        group,
        groupSize: place === 0 ? entries.length : null,
      }));
    });
    // As time passes most rows stay as they are.
    const isSame = rows.length === drawn.length && rows.every((row, at) => isSameRow(row, drawn[at]));
    if (!isSame) drawn = rows;
    return drawn;
  });

  return {
    search,
    setSearch(text) {
      search.value = text;
    },
    open,
    lateWithColleagues: computed(() => (fitting.value.get('overdue') ?? []).length - overdue.value.length),
    hold(id, isInHand) {
      if (inHand.value.has(id) === isInHand) return;
      const others = [...inHand.value].filter((one) => one !== id);
      inHand.value = new Set(isInHand ? [...others, id] : others);
    },
    closedFrom: computed(() => (wanted.value.length === 0 ? from.value : 0)),
    goesOn: computed(() => wanted.value.length === 0 && stored.value > from.value + reach),
    showOlder() {
      from.value += reach;
    },
    showLatest() {
      from.value = 0;
    },
    revealed,
    reveal(id) {
      from.value = 0;
      revealed.value = { id };
      if (open.value.some(({ callback }) => callback.id === id)) return;
      search.value = '';
      callbacks.filterOwner('all');
    },
    closedCount: computed(() => window.view.value.count),
    closedTotal: computed(() =>
      wanted.value.length === 0
        ? { count: stored.value, more: false }
        : { count: closedSearch.hits.value.ids.length, more: closedSearch.hits.value.more },
    ),
    closedAt(place) {
      const areLatest = wanted.value.length === 0 && from.value === 0;
      const latest = areLatest ? callbacks.closed.value[place] : undefined;
      const row = window.view.value.rows.get(place);
      return row ? callbacks.named.value(row) : (latest ?? null);
    },
    showClosed: window.show,
    looking: closedSearch.looking,
    stop() {
      isOver = true;
      for (const stop of stops) stop();
    },
  };
}
