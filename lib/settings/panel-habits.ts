import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage.ts';

/** How this profile's agent works with the panel. What is damaged is as it was at first, and spoils no other. */
const PanelHabitsSchema = z.object({
  /** The first steps were put away. */
  firstMinuteDone: z.catch(z.boolean(), false),
  /** Keys without Ctrl or Alt work outside of fields; speech input may press them by chance (WCAG 2.2, 2.1.4). */
  singleKeys: z.catch(z.boolean(), true),
  /** Pairs of a team's entries that have one number and are to stay two (lib/domain/doubles.ts), the latest last. */
  keptApart: z.catch(z.array(z.string().check(z.maxLength(100))), []),
});
export type PanelHabits = z.infer<typeof PanelHabitsSchema>;
/** What to change, worked out from what is stored at that moment where it builds on it. */
export type PanelHabitsChange = Partial<PanelHabits> | ((stored: PanelHabits) => Partial<PanelHabits>);

const key = 'panel-habits';
/** Older ones are of entries closed long ago. */
const mostApart = 500;

export type PanelHabitsFile = ReturnType<typeof createPanelHabits>;

/** Kept in the browser's local storage, beside the settings and no part of them: a backup does not hold it. */
export function createPanelHabits(area: StorageArea) {
  const read = (stored: unknown): PanelHabits => {
    const parsed = PanelHabitsSchema.safeParse(stored ?? {});
    return parsed.success ? parsed.data : PanelHabitsSchema.parse({});
  };
  const load = async (): Promise<PanelHabits> => read(await area.get(key));
  async function write(change: PanelHabitsChange): Promise<void> {
    const stored = await load();
    const all = { ...stored, ...(typeof change === 'function' ? change(stored) : change) };
    await area.set(key, { ...all, keptApart: all.keptApart.slice(-mostApart) });
  }
  let lastUpdate: Promise<unknown> = Promise.resolve();

  return {
    load,
    /** Tells of every change, made in this window or in another. */
    onChange: (listener: (habits: PanelHabits) => void) =>
      area.onChange((changed, value) => {
        if (changed === key) listener(read(value));
      }),
    /**
     * Changes some of them, one change after the other. Never rejects: what the browser refuses to store holds in
     * this window as long as it is open. @returns whether it is stored
     */
    update(change: PanelHabitsChange): Promise<boolean> {
      const update = lastUpdate
        .then(() => write(change))
        .then(
          () => true,
          () => false,
        );
      lastUpdate = update;
      return update;
    },
  };
}
