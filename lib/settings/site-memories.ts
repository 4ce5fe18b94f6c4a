import * as z from 'zod/mini';
import { emptyMemory } from '../capture/site-memory.ts';
import type { SiteMemory } from '../capture/types.ts';
import type { StorageArea } from '../platform/storage.ts';

const SiteMemorySchema = z.object({
  salt: z.string().check(z.minLength(1), z.maxLength(64)),
  records: z.int().check(z.gte(0)),
  seen: z.record(z.string(), z.int()),
  hints: z.array(
    z.object({
      field: z.enum(['name', 'phone', 'reference']),
      label: z.string().check(z.maxLength(200)),
      place: z.string().check(z.maxLength(2_000)),
    }),
  ),
});

const prefix = 'site-memory:';

/** How much is remembered of one site. */
export interface SiteMemorySummary {
  site: string;
  records: number;
  corrections: number;
}

/** What is remembered of sites, local to this browser: never customer data, see lib/capture/site-memory.ts. */
export type SiteMemories = ReturnType<typeof createSiteMemories>;

/** @param area the browser's local storage. @param newSalt random text, made once a site. */
export function createSiteMemories(area: StorageArea, newSalt: () => string) {
  return {
    /** The memory of a site ('crm.example.com'); an empty one where there is none or it cannot be read. */
    async load(site: string): Promise<SiteMemory> {
      const stored = SiteMemorySchema.safeParse(await area.get(prefix + site));
      return stored.success ? stored.data : emptyMemory(newSalt());
    },
    async save(site: string, memory: SiteMemory): Promise<void> {
      await area.set(prefix + site, memory);
    },
    /** Every site something is remembered of, with how much. */
    async list(): Promise<SiteMemorySummary[]> {
      const all = Object.entries(await area.getAll()).filter(([key]) => key.startsWith(prefix));
      return all
        .flatMap(([key, value]) => {
          const memory = SiteMemorySchema.safeParse(value);
          if (!memory.success) return [];
          const { records, hints } = memory.data;
          return [{ site: key.slice(prefix.length), records, corrections: hints.length }];
        })
        .sort((a, b) => (a.site < b.site ? -1 : 1));
    },
    async erase(site: string): Promise<void> {
      await area.remove(prefix + site);
    },
  };
}
