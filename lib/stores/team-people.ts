import type { Signal } from '@preact/signals';
import type { Callback, Owner } from '../domain/callback.ts';
import { withPresentNames } from '../domain/people.ts';
import type { StorageArea } from '../platform/storage.ts';
import { createMembersFile, type KnownMember } from '../team/members-file.ts';

export { createTeamArea } from '../team/team-area.ts';

/** Keeps `people` at who is in the team, as this browser last heard. */
export async function hearOfPeople(people: Signal<readonly Owner[]>, area: StorageArea): Promise<void> {
  const file = createMembersFile(area);
  const show = (members: KnownMember[]) => {
    const now = present(members);
    // They are stored at each connection, mostly as they were: nothing is named and drawn anew for that.
    if (JSON.stringify(now) !== JSON.stringify(people.value)) people.value = now;
  };
  file.watch(show);
  show(await file.load());
}

/** Gives entries with the names their owners go by now, for what is made of them once. @param area where the team is kept */
export async function presentNames(area: StorageArea): Promise<(entry: Callback) => Callback> {
  return withPresentNames(present(await createMembersFile(area).load()));
}

function present(members: readonly KnownMember[]): Owner[] {
  return members.filter(({ left, name }) => !left && name !== '').map(({ id, name }) => ({ id, name }));
}
