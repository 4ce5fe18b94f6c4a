import { type ReadonlySignal, signal } from '@preact/signals';
import { type Callback, isOpen } from '../domain/callback.ts';
import { searchText, textHas } from '../domain/search.ts';
import { findInBlock, type SearchBlock, searchBlock } from '../domain/search-blocks.ts';

/** What of the closed entries fits. */
export interface ClosedHits {
  /** Their ids, the one closed last first. */
  ids: string[];
  /** True where there may be more: still looking, or too many to show. */
  more: boolean;
}

/** Search through years of closed entries. This is the one place that decides how they are searched. */
export interface ClosedSearch {
  hits: ReadonlySignal<ClosedHits>;
  /** True until all closed entries have been looked through for what was asked last. */
  looking: ReadonlySignal<boolean>;
  /** Looks for entries that have every word in one of its forms (see searchWords); nothing ends the search. */
  look(words: readonly (readonly string[])[]): void;
  stop(): void;
}

export interface ClosedSearchDeps {
  callbacks: {
    closedPages(): AsyncIterable<Callback[]>;
    byIds(ids: readonly string[]): Promise<(Callback | null)[]>;
    onChange(listener: (ids: string[] | null) => void): () => void;
  };
  /** Gives an entry as it is shown: its owner is found by the name they go by now, and by no other. */
  named: ReadonlySignal<(entry: Callback) => Callback>;
  /** Lets the page draw and hear keys before going on. */
  pause: () => Promise<void>;
  /** Runs `act` after `ms`; gives what calls it off. */
  after: (ms: number, act: () => void) => () => void;
  now: () => number;
}

/** As many as anybody looks through; more words find fewer. */
const mostHits = 300;
/** The page is held up no longer than this at a time, ms. */
const slice = 8;
/** The texts go this long after the last search, ms: an open panel is not to hold years in memory for nothing. */
const keptFor = 5 * 60_000;
const nothing: ClosedHits = { ids: [], more: false };

/**
 * Reads the closed entries once, when something is first searched for, into texts that fill little memory; every
 * search after that reads no row. What changes meanwhile is read again by itself.
 */
export function createClosedSearch(deps: ClosedSearchDeps): ClosedSearch {
  const hits = signal(nothing);
  const looking = signal(false);
  let words: readonly (readonly string[])[] = [];
  let asked = 0;
  let texts = noTexts();
  let forget = () => {};

  const stopNaming = deps.named.subscribe(() => {
    if (!texts.begun) return;
    texts = noTexts();
    if (words.length > 0) run();
  });
  const stopListening = deps.callbacks.onChange((ids) => {
    if (!texts.begun) return;
    if (ids === null) texts = noTexts();
    else for (const id of ids) texts.stale.add(id);
    if (words.length > 0) run();
  });

  /** Reads on until all closed entries are there; whoever searches meanwhile looks at what is. */
  async function read(into: Texts): Promise<void> {
    into.begun = true;
    for await (const page of deps.callbacks.closedPages()) {
      if (into !== texts) return;
      into.blocks.push(searchBlock(page.map(deps.named.value)));
      await deps.pause();
    }
    into.complete = true;
  }

  /** Whoever searches waits for what an earlier one has begun to read. */
  function refresh(into: Texts): Promise<void> {
    into.refreshed = into.refreshed.then(() => refreshStale(into));
    return into.refreshed;
  }

  async function refreshStale(into: Texts): Promise<void> {
    const ids = [...into.stale];
    into.stale.clear();
    const rows = ids.length === 0 ? [] : await deps.callbacks.byIds(ids);
    rows.forEach((row, place) => {
      const id = ids[place] ?? '';
      // Read again it is the one touched last: it comes first, as one just closed does.
      into.changed.delete(id);
      into.changed.set(id, row && !isOpen(row) ? searchText(deps.named.value(row)) : null);
    });
  }

  function run(): void {
    asked += 1;
    void search(asked, texts).catch(() => {
      // What could not be read now is read at the next key.
      texts = noTexts();
      looking.value = false;
    });
  }

  async function search(mine: number, within: Texts): Promise<void> {
    const isOver = () => mine !== asked || within !== texts;
    looking.value = true;
    if (!within.begun) void read(within).catch(() => {});
    await refresh(within);
    if (isOver()) return;
    const found = [...within.changed]
      .flatMap(([id, text]) => (text && textHas(text, words) ? [id] : []))
      .reverse();
    let began = deps.now();
    for (let at = 0; found.length <= mostHits; ) {
      const block = within.blocks[at];
      if (block) {
        at += 1;
        for (const id of findInBlock(block, words)) if (!within.changed.has(id)) found.push(id);
      } else if (within.complete) break;
      if (block && deps.now() - began < slice) continue;
      tell(found, true);
      await deps.pause();
      if (isOver()) return;
      began = deps.now();
    }
    looking.value = false;
    tell(found, found.length > mostHits);
  }

  function tell(found: readonly string[], more: boolean): void {
    const ids = found.slice(0, mostHits);
    const shown = hits.value;
    // What has not changed is not drawn again.
    if (shown.more === more && shown.ids.length === ids.length && ids.every((id, at) => id === shown.ids[at]))
      return;
    hits.value = { ids, more };
  }

  return {
    hits,
    looking,
    look(wanted) {
      words = wanted;
      forget();
      forget = deps.after(keptFor, () => {
        if (words.length === 0) texts = noTexts();
      });
      if (words.length > 0) {
        run();
        return;
      }
      asked += 1;
      looking.value = false;
      hits.value = nothing;
    },
    stop() {
      asked += 1;
      texts = noTexts();
      forget();
      stopListening();
      stopNaming();
    },
  };
}

interface Texts {
  begun: boolean;
  complete: boolean;
  blocks: SearchBlock[];
  /** Ids of entries written since they were read. */
  stale: Set<string>;
  /** Resolves once those were read again. */
  refreshed: Promise<void>;
  /** Texts of those as they are now, null where they are no longer closed. */
  changed: Map<string, string | null>;
}

function noTexts(): Texts {
  return {
    begun: false,
    complete: false,
    blocks: [],
    stale: new Set(),
    changed: new Map(),
    refreshed: Promise.resolve(),
  };
}
