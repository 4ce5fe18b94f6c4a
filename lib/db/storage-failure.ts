import { MigrationFailedError } from './guarded-migration.ts';

/** Why the database does not answer, as far as it matters to the agent. */
export type StorageFailure =
  /** The update of the stored list failed; what was stored is stored still. */
  | 'migration'
  /** No room is left. */
  | 'full'
  /** A private window, a damaged profile, or storage turned off. */
  | 'unavailable';

/** What an error of the database means. Dexie wraps what the browser said, once or twice. */
export function storageFailure(error: unknown): StorageFailure {
  let failure: StorageFailure = 'unavailable';
  let cause = error;
  for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth++) {
    if (cause instanceof MigrationFailedError) failure = 'migration';
    const { name, inner, cause: deeper } = cause as { name?: string; inner?: unknown; cause?: unknown };
    // Said rather than that the migration failed: it is what the agent can do something about.
    if (name === 'QuotaExceededError') return 'full';
    cause = inner ?? deeper;
  }
  return failure;
}
