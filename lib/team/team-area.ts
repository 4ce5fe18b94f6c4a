import type { Keyring } from '../lock/keyring.ts';
import type { StorageArea } from '../platform/storage.ts';
import { createSealedArea, type SealedArea } from '../settings/sealed-area.ts';
import { teamConfigName } from './config.ts';
import { membersName } from './members-file.ts';

/** Where the team is kept in the browser's storage: its credentials, its key and its members under the passcode. */
export function createTeamArea(
  area: StorageArea,
  keys: Pick<Keyring, 'ready' | 'cipher'>,
  lockKeyId: () => Promise<string | null>,
): SealedArea {
  return createSealedArea({ area, names: [teamConfigName, membersName], keys, lockKeyId });
}
