import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage.ts';

/** How this profile's agent works with the panel. */
const PanelHabitsSchema = z.object({
  /** The first steps were put away. */
  firstMinuteDone: z._default(z.boolean(), false),
  /** Keys without Ctrl or Alt work outside of fields; speech input may press them by chance (WCAG 2.2, 2.1.4). */
  singleKeys: z._default(z.boolean(), true),
  /** Pairs of a team's entries that have one number and are to stay two (lib/domain/doubles.ts), the latest last. */
  keptApart: z._default(z.array(z.string().check(z.maxLength(100))), []),
});
export type PanelHabits = z.infer<typeof PanelHabitsSchema>;

const key = 'panel-habits';
/** Older ones are of entries closed long ago. */
const mostApart = 500;

export type PanelHabitsFile = ReturnType<typeof createPanelHabits>;

/** Kept in the browser's local storage, beside the settings and no part of them: a backup does not hold it. */
export function createPanelHabits(area: StorageArea) {
  const load = async (): Promise<PanelHabits> => {
    const parsed = PanelHabitsSchema.safeParse((await area.get(key)) ?? {});
    return parsed.success ? parsed.data : PanelHabitsSchema.parse({});
  };
  return {
    load,
    async update(changes: Partial<PanelHabits>): Promise<void> {
      const all = { ...(await load()), ...changes };
      await area.set(key, { ...all, keptApart: all.keptApart.slice(-mostApart) });
    },
  };
}
