import type { Repositories } from '../db/open-database.ts';
import type { LiveKeyring } from '../lock/keyring.ts';

/** Shows that it is locked; resolves once it is unlocked. */
export type ShowLocked = () => Promise<void>;

interface PageLockDeps {
  keys: LiveKeyring;
  repositories: Pick<Repositories, 'isLocked'>;
  showLocked: ShowLocked;
  /** Begins the page anew, so that nothing that was read stays in its memory. */
  reload: () => void;
}

/** Holds a page back while it is locked, and begins it anew when that changes. Loads nothing without a passcode. */
export async function passLock({ keys, repositories, showLocked, reload }: PageLockDeps): Promise<void> {
  // A list that cannot be asked is told about by the page itself.
  if (await repositories.isLocked().catch(() => false)) await showLocked();
  await keys.ready();
  if (keys.cipher()) import('./note-use.ts').then(({ noteUse }) => noteUse());
  keys.onChange(reload);
}
