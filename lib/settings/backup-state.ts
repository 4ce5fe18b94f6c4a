import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage.ts';

const instant = z.nullable(z.int().check(z.gte(0)));
/** What is known of the backups of this profile (see lib/backup/schedule.ts). Times are epoch ms. */
const BackupStateSchema = z.object({
  lastAt: z._default(instant, null),
  importedAt: z._default(instant, null),
  quietUntil: z._default(instant, null),
  daily: z._default(z.boolean(), false),
  dailyTriedAt: z._default(instant, null),
  dailyProblem: z._default(z.nullable(z.string().check(z.maxLength(300))), null),
  lostAt: z._default(instant, null),
});
type BackupState = z.infer<typeof BackupStateSchema>;

const key = 'backup';

export type BackupStateFile = ReturnType<typeof createBackupStateFile>;

/** Kept in the browser's local storage, beside the settings and no part of them: a backup does not hold it. */
export function createBackupStateFile(area: StorageArea) {
  let lastWrite: Promise<unknown> = Promise.resolve();
  const read = (stored: unknown): BackupState => {
    const parsed = BackupStateSchema.safeParse(stored ?? {});
    return parsed.success ? parsed.data : BackupStateSchema.parse({});
  };
  const load = async () => read(await area.get(key));
  return {
    load,
    /** Changes some of it over what is stored now. */
    update(changes: Partial<BackupState>): Promise<void> {
      const written = lastWrite.then(async () => {
        await area.set(key, BackupStateSchema.parse({ ...(await load()), ...changes }));
      });
      lastWrite = written.catch(() => undefined);
      return written;
    },
    watch(listener: (state: BackupState) => void): () => void {
      return area.onChange((changed, value) => {
        if (changed === key) listener(read(value));
      });
    },
  };
}
