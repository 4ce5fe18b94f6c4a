import * as z from 'zod/mini';
import { emptyMemory } from '../capture/site-memory.ts';
import type { SiteMemory } from '../capture/types.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import type { StorageArea } from '../platform/storage.ts';

const SiteMemorySchema = z.object({
  salt: z.string().check(z.minLength(1), z.maxLength(64)),
  records: z.int().check(z.gte(0)),
  subjects: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(2_000))),
  seen: z.record(z.string(), z.int()),
  hints: z.array(
    z.object({
      field: z.enum(['name', 'phone', 'reference']),
      label: z.string().check(z.maxLength(200)),
      place: z.string().check(z.maxLength(2_000)),
    }),
  ),
});

/** What a stored value remembers; 'older' where it is from before callers were told apart, null where it is none. */
function memoryIn(value: unknown): SiteMemory | 'older' | null {
  const stored = SiteMemorySchema.safeParse(value);
  if (!stored.success) return null;
  const { subjects, ...memory } = stored.data;
  // One record may be counted many times in it, and labels stand in it as the page had them: it is of no use.
  return subjects ? { ...memory, subjects } : 'older';
}

const prefix = 'site-memory:';

/** How much is remembered of one site. */
export interface SiteMemorySummary {
  site: string;
  records: number;
  corrections: number;
}

/** What is remembered of sites, local to this browser: never customer data, see lib/capture/site-memory.ts. */
export type SiteMemories = ReturnType<typeof createSiteMemories>;

/** A memory under a passcode: neither its site nor what it holds can be read without. */
const SealedSchema = z.object({ sealed: z.string().check(z.maxLength(4_000_000)) });
const SiteSchema = z.object({ site: z.string(), memory: z.unknown() });

/**
 * @param area the browser's local storage. @param newSalt random text, made once a site.
 * @param cipher what memories are sealed with; null while no passcode is set
 */
export function createSiteMemories(
  area: StorageArea,
  newSalt: () => string,
  cipher: () => RowCipher | null = () => null,
) {
  const keyOf = (site: string, key: RowCipher | null) => prefix + (key ? `#${key.tag(site)}` : site);

  function open(key: string, value: unknown): { site: string; memory: unknown } | null {
    const sealed = SealedSchema.safeParse(value);
    if (!sealed.success) return { site: key.slice(prefix.length), memory: value };
    try {
      const bytes = Uint8Array.fromBase64(sealed.data.sealed);
      return SiteSchema.safeParse(cipher()?.open(key, bytes)).data ?? null;
    } catch {
      return null;
    }
  }
  async function put(site: string, memory: unknown, key: RowCipher | null): Promise<void> {
    const at = keyOf(site, key);
    await area.set(at, key ? { sealed: key.seal(at, { site, memory }).toBase64() } : memory);
  }
  async function entries() {
    return Object.entries(await area.getAll()).filter(([key]) => key.startsWith(prefix));
  }
  /** The memory in a row, null where there is none to be read; one of the older shape goes at once. */
  async function readAt(at: string, value: unknown): Promise<{ site: string; memory: SiteMemory } | null> {
    const read = open(at, value);
    const memory = memoryIn(read?.memory);
    if (memory === 'older') await area.remove(at);
    return read && memory && memory !== 'older' ? { site: read.site, memory } : null;
  }
  /** Stores every memory again, the way `key` says. */
  async function rewrite(key: RowCipher | null): Promise<void> {
    for (const [at, value] of await entries()) {
      const read = open(at, value);
      if (read) await put(read.site, read.memory, key);
      if (!read || keyOf(read.site, key) !== at) await area.remove(at);
    }
  }

  return {
    /** The memory of a site ('crm.example.com'); an empty one where there is none or it cannot be read. */
    async load(site: string): Promise<SiteMemory> {
      const at = keyOf(site, cipher());
      return (await readAt(at, await area.get(at)))?.memory ?? emptyMemory(newSalt());
    },
    save: (site: string, memory: SiteMemory): Promise<void> => put(site, memory, cipher()),
    /** Every site something is remembered of, with how much. */
    async list(): Promise<SiteMemorySummary[]> {
      const read = await Promise.all((await entries()).map(([at, value]) => readAt(at, value)));
      return read
        .flatMap((one) =>
          one ? { site: one.site, records: one.memory.records, corrections: one.memory.hints.length } : [],
        )
        .sort((a, b) => (a.site < b.site ? -1 : 1));
    },
    async erase(site: string): Promise<void> {
      await area.remove(keyOf(site, cipher()));
    },
    /** Seals what is there, once a passcode was set. */
    seal: () => rewrite(cipher()),
    /** Opens what is sealed, before the passcode goes. */
    open: () => rewrite(null),
  };
}
