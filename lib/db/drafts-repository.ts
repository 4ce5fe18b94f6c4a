import type { Draft } from '../domain/draft.ts';
import type { RingbackDatabase } from './schema.ts';

export type DraftsRepository = ReturnType<typeof createDraftsRepository>;

/** Drafts: what is being written, kept across a closed panel, another tab and a restart. */
export function createDraftsRepository(db: RingbackDatabase) {
  return {
    /** Every draft, newest first; there are only ever a few. */
    async all(): Promise<Draft[]> {
      const drafts = await db.drafts.toArray();
      return drafts.sort((a, b) => b.updatedAt - a.updatedAt);
    },
    async put(...drafts: Draft[]): Promise<void> {
      await db.transaction('rw', db.drafts, () => db.drafts.bulkPut(drafts));
    },
    async remove(id: string): Promise<void> {
      await db.drafts.delete(id);
    },
  };
}
