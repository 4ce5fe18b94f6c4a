import type { Callback } from '../domain/callback.ts';
import type { Draft } from '../domain/draft.ts';
import {
  type CallerQuery,
  emptied,
  isDraftOf,
  type TraceKind,
  traceIn,
  withoutMentions,
} from '../domain/forget.ts';
import { anonymise, type RetentionAction } from '../domain/retention.ts';
import { fromStored, toStored } from './callbacks-repository.ts';
import { dropOldFromCopies } from './copies-retention.ts';
import { dropCopies } from './migration-copy.ts';
import { changed, created, noteWrites, outboxTables, removed } from './outbox.ts';
import type { Announcement, RingbackDatabase, Snooze, StoredCallback } from './schema.ts';

/** Entries read at once while looking for a caller. */
const pageSize = 500;

/** One entry that is about a caller. */
export interface Trace {
  kind: TraceKind;
  callback: Callback;
}

/** What there is of a caller. */
export interface Traces {
  entries: Trace[];
  drafts: Draft[];
}

/** What was taken away, kept in memory for as long as it can be undone. */
export interface Forgotten {
  removed: Callback[];
  /** Entries of others, before the mention was taken out, and after. */
  cleaned: { before: Callback; after: Callback }[];
  drafts: Draft[];
  announcements: Announcement[];
  snoozes: Snooze[];
}

interface AgeOut {
  /** What was closed at or before this is past its time, epoch ms. */
  cutoff: number;
  action: RetentionAction;
  /** At most so many entries, so that nobody waits long for the database. */
  limit: number;
  now: number;
}

export type PrivacyRepository = ReturnType<typeof createPrivacyRepository>;

/** What is to go: after its time by itself, or because somebody asked to be forgotten. */
export function createPrivacyRepository(db: RingbackDatabase) {
  const { callbacks, drafts, announcements, snoozes } = db;

  /** What is past its time; the index knows which are anonymous already, so none is read twice. */
  function pastTime({ cutoff, action }: AgeOut) {
    return action === 'delete'
      ? callbacks.where('closedKey').between(1, cutoff, true, true)
      : callbacks.where('[anonymised+closedKey]').between([0, 1], [0, cutoff], true, true);
  }

  async function dropReminders(ids: readonly string[]): Promise<void> {
    await announcements
      .where('callbackId')
      .anyOf([...ids])
      .delete();
    await snoozes.bulkDelete([...ids]);
  }

  return {
    /** Anonymises or deletes closed entries past their time. @returns how many; 0 where nothing is left to do */
    async ageOut(how: AgeOut): Promise<number> {
      return db.transaction('rw', [callbacks, announcements, snoozes, ...outboxTables(db)], async () => {
        const due = (await pastTime(how).limit(how.limit).toArray()).map(fromStored);
        const ids = due.map(({ id }) => id);
        if (how.action === 'delete') {
          await callbacks.bulkDelete(ids);
          await noteWrites(
            db,
            due.map((entry) => removed(entry)),
          );
        } else {
          // Not parsed: a row that today's schema would refuse must not keep its name for that.
          const bare = due.map((entry) => anonymise(entry, how.now));
          await callbacks.bulkPut(bare.map(toStored));
          // Before and after alike without names: the outbox is to keep none either.
          await noteWrites(
            db,
            bare.map((after) => changed({ ...after, anonymisedAt: null }, after)),
          );
        }
        await dropReminders(ids);
        return ids.length;
      });
    },

    /** Drops what outlived its time beside the list: drafts, and what copies made before migrations hold. */
    async dropOldCopies(cutoff: number, now: number): Promise<void> {
      await drafts.filter(({ updatedAt }) => updatedAt <= cutoff).delete();
      await dropOldFromCopies(db.name, cutoff, now);
    },

    /** Everything there is of a caller. Reads the whole list, a page at a time: somebody pressed for it. */
    async traces(query: CallerQuery): Promise<Traces> {
      const entries: Trace[] = [];
      let after = '';
      for (;;) {
        const page: StoredCallback[] = await callbacks.where(':id').above(after).limit(pageSize).toArray();
        for (const row of page) {
          const kind = traceIn(row, query);
          if (kind) entries.push({ kind, callback: fromStored(row) });
        }
        if (page.length < pageSize) break;
        after = page.at(-1)?.id ?? '';
      }
      return { entries, drafts: await drafts.filter((draft) => isDraftOf(draft, query)).toArray() };
    },

    /**
     * Takes away what was chosen of `traces`, all or nothing: entries of the caller whole, mentions out of those
     * of others, as they are stored now. Copies made before migrations go, too.
     * @param now epoch ms @returns what went, for undo
     */
    async forget({ entries, drafts: chosen }: Traces, query: CallerQuery, now: number): Promise<Forgotten> {
      const touched = [callbacks, drafts, announcements, snoozes, ...outboxTables(db)];
      const forgotten = await db.transaction('rw', touched, async () => {
        const gone = entries.filter(({ kind }) => kind !== 'mention').map(({ callback }) => callback.id);
        const named = entries.filter(({ kind }) => kind === 'mention').map(({ callback }) => callback.id);
        const stored = (await callbacks.bulkGet(gone)).flatMap((row) => row ?? []);
        const mentioning = (await callbacks.bulkGet(named)).flatMap((row) => row ?? []).map(fromStored);
        const cleaned = mentioning.map((before) => ({ before, after: withoutMentions(before, query) }));
        const storedDrafts = (await drafts.bulkGet(chosen.map(({ id }) => id))).flatMap((row) => row ?? []);
        const went: Forgotten = {
          removed: stored.map(fromStored),
          cleaned,
          drafts: storedDrafts,
          announcements: await announcements.where('callbackId').anyOf(gone).toArray(),
          snoozes: (await snoozes.bulkGet(gone)).flatMap((row) => row ?? []),
        };
        await callbacks.bulkDelete(gone);
        await callbacks.bulkPut(cleaned.map(({ after }) => toStored(after)));
        await noteWrites(db, [
          ...went.removed.map((entry) => removed(entry, { forgotten: true })),
          ...cleaned.map(({ before, after }) => changed(before, after)),
        ]);
        await drafts.bulkDelete(storedDrafts.filter(({ parked }) => parked).map(({ id }) => id));
        await drafts.bulkPut(
          storedDrafts.filter(({ parked }) => !parked).map((draft) => emptied(draft, now)),
        );
        await dropReminders(gone);
        return went;
      });
      await dropCopies(db.name, null);
      return forgotten;
    },

    /** Puts back what `forget` took. What somebody changed since stays as they made it. @param newId of drafts */
    async bringBack(forgotten: Forgotten, newId: () => string): Promise<void> {
      const touched = [callbacks, drafts, announcements, snoozes, ...outboxTables(db)];
      await db.transaction('rw', touched, async () => {
        await callbacks.bulkPut(forgotten.removed.map(toStored));
        await noteWrites(db, forgotten.removed.map(created));
        for (const { before, after } of forgotten.cleaned) {
          const now = await callbacks.get(before.id);
          if (now && JSON.stringify(fromStored(now)) === JSON.stringify(after)) {
            await callbacks.put(toStored(before));
            await noteWrites(db, [changed(after, before)]);
          }
        }
        // The form it was in has gone on: it waits beside it.
        await drafts.bulkPut(forgotten.drafts.map((draft) => ({ ...draft, id: newId(), parked: true })));
        await announcements.bulkPut(forgotten.announcements);
        await snoozes.bulkPut(forgotten.snoozes);
      });
    },
  };
}
