import type { EntityTable } from 'dexie';
import type { StoredCallback } from './schema.ts';

/** Rows read at once: few enough to be unpacked between two frames. */
const most = 400;
const day = 24 * 3_600_000;

/**
 * Every closed row once, the one closed last first. IndexedDB gives many rows at once only in ascending order, and
 * one by one takes ten times as long; so it goes back through time by spans, each counted on the index before it is
 * read and halved while it holds too much.
 */
export async function* closedPages(
  callbacks: EntityTable<StoredCallback, 'id'>,
): AsyncGenerator<StoredCallback[]> {
  const closed = (from: number, last: number) =>
    callbacks.where('closedKey').between(Math.max(1, from), last, true, true);
  let last = Number.POSITIVE_INFINITY;
  let span = day;
  for (;;) {
    // Nights, weekends and quiet years are stepped over.
    const [newest] = await closed(1, last).reverse().limit(1).keys();
    if (newest === undefined) return;
    last = Number(newest);
    let count = await closed(last - span + 1, last).count();
    while (count > most && span > 1) {
      span = Math.ceil(span / 2);
      count = await closed(last - span + 1, last).count();
    }
    const from = last - span + 1;
    // A file may have brought thousands that were closed in the same millisecond.
    for (let read = 0; read < count; read += most) {
      const rows = closed(from, last);
      const page = await (count > most ? rows.offset(read).limit(most) : rows).toArray();
      yield page.reverse();
    }
    last = from - 1;
    if (count < most / 4) span *= 2;
  }
}
