import {
  copiesOf,
  copyDatabase,
  copyName,
  countRows,
  deleteDatabase,
  dropCopies,
  storedVersion,
} from './migration-copy.ts';

/** A migration that failed. What was stored before is stored still. */
export class MigrationFailedError extends Error {
  constructor(
    readonly from: number,
    readonly to: number,
    /** True where the browser had not undone it by itself and the copy was put back. */
    readonly restored: boolean,
    override readonly cause: unknown,
  ) {
    super(`The list could not be brought from version ${from} to ${to}.`);
    this.name = 'MigrationFailedError';
  }
}

/**
 * Opens a database whose newest version is `newest`. Where what is stored is older, all of it is copied first;
 * should the migration then fail, and the browser not have undone it, the copy is put back. Without a copy
 * nothing is migrated.
 *
 * @param open opens and migrates; given an error, it is to fail with that before it changes anything
 */
export async function openGuarded(
  name: string,
  newest: number,
  open: (refusal: unknown) => PromiseLike<unknown>,
): Promise<void> {
  // One at a time: panel, pop-up and background start together after an update.
  await alone(`${name} migration`, async () => {
    const stored = await versionOrCopy(name).catch(() => null);
    if (stored === null || stored >= newest) {
      await open(null);
      if (stored !== null) forgetOldCopies(name).catch(() => {});
      return;
    }
    const copy = copyName(name, newest, Date.now());
    let noCopy: unknown = null;
    await copyDatabase(name, copy).catch((error) => {
      noCopy = error ?? new Error('no copy');
    });
    try {
      await open(noCopy);
    } catch (error) {
      const restored = noCopy === null && !(await isIntact(name, stored, copy));
      if (restored) {
        await deleteDatabase(name);
        await copyDatabase(copy, name);
      }
      throw new MigrationFailedError(stored, newest, restored, noCopy ?? error);
    }
    await dropCopies(name, copy).catch(() => {});
  });
}

/**
 * The version of what is stored. Where there is nothing but a copy, the browser was ended while the copy was being
 * put back: an empty list is not to stand in its place.
 */
async function versionOrCopy(name: string): Promise<number | null> {
  const version = await storedVersion(name);
  const copy = (await copiesOf(name)).at(-1);
  if (version !== null || !copy) return version;
  await copyDatabase(copy.name, name);
  return storedVersion(name);
}

/** IndexedDB undoes a failed migration by itself; believed only once it is seen. */
async function isIntact(name: string, version: number, copy: string): Promise<boolean> {
  try {
    if ((await storedVersion(name)) !== version) return false;
    const [now, before] = await Promise.all([countRows(name), countRows(copy)]);
    return JSON.stringify(now) === JSON.stringify(before);
  } catch {
    return false;
  }
}

async function forgetOldCopies(name: string): Promise<void> {
  const latest = (await copiesOf(name)).at(-1)?.name ?? null;
  await dropCopies(name, latest);
}

async function alone(what: string, work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return work();
  await locks.request(what, work);
}
