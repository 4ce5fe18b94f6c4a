import { type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import type { Callback } from '../domain/callback.ts';

/** Where rows come from: the list of closed entries, or what a search found. */
export interface RowSource {
  /** Sources of the same name show the same list, in which something may have changed. */
  name: string;
  count: number;
  /** At most `limit` rows after the first `from`; null in the place of one that is gone. */
  read(limit: number, from: number): Promise<(Callback | null)[]>;
}

/** How many rows there are, and those of them that were looked at, by their place. */
export interface ClosedView {
  count: number;
  rows: ReadonlyMap<number, Callback>;
}

/** The part of a long list that is looked at, and no more. */
export interface ClosedWindow {
  view: ReadonlySignal<ClosedView>;
  /** These places are looked at: they are read, and read again whenever they change. */
  show(first: number, last: number): void;
  /** Other rows are to be shown; those of before stay until these are there. */
  from(source: RowSource): void;
  stop(): void;
}

/** Rows read together: more than a screen shows. */
const page = 40;
/** Rows kept of those that were looked at, so that scrolling back shows them at once. */
const kept = 400;

/** @param watch runs a query now and whenever what it read changes (lib/db) */
export function createClosedWindow(watch: Repositories['watch']): ClosedWindow {
  const view = signal<ClosedView>({ count: 0, rows: new Map() });
  let source: RowSource | null = null;
  let shown: [first: number, last: number] | null = null;
  /** The name of the source the rows are of. */
  let rowsOf = '';
  let stop = () => {};

  function read(): void {
    stop();
    stop = () => {};
    if (!source) return;
    const { name, count } = source;
    const rows = () => (rowsOf === name ? view.value.rows : []);
    if (!shown || count === 0) {
      view.value = { count, rows: new Map(count === 0 ? [] : rows()) };
      rowsOf = name;
      return;
    }
    // A list that has become shorter is looked at from where it ends.
    const lastPage = Math.floor((count - 1) / page);
    const from = Math.min(shown[0], lastPage) * page;
    const until = (Math.min(shown[1], lastPage) + 1) * page;
    const ask = source.read;
    stop = watch(
      () => ask(until - from, from),
      (found) => {
        const next = new Map(rows());
        for (let place = from; place < until; place += 1) next.delete(place);
        found.forEach((row, at) => {
          if (row) next.set(from + at, row);
        });
        // Those looked at longest ago stand first.
        for (const place of next.keys()) {
          if (next.size <= kept) break;
          next.delete(place);
        }
        rowsOf = name;
        view.value = { count, rows: next };
      },
      // The list as a whole says that storage cannot be read.
      () => {},
    );
  }

  return {
    view,
    show(first, last) {
      const pages: [number, number] = [Math.floor(first / page), Math.floor(last / page)];
      if (shown && shown[0] === pages[0] && shown[1] === pages[1]) return;
      shown = pages;
      read();
    },
    from(next) {
      source = next;
      read();
    },
    stop: () => stop(),
  };
}
