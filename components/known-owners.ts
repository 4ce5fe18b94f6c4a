import type { Callback, Owner } from '../lib/domain/callback.ts';
import { labelOf, ownerId, peopleSeen } from '../lib/domain/people.ts';

/** More names than anybody scrolls through. */
const most = 50;

/**
 * Whom a callback may be given to: in a team its members; alone people's names as learned from use, the agent
 * first, then whoever the list tells of, the latest first.
 */
export function knownOwners(
  yourName: string,
  members: readonly Owner[],
  ...lists: readonly (readonly Callback[])[]
): string[] {
  if (members.length > 0) return members.map((member) => labelOf(member, members)).slice(0, most);
  const names = new Map<string, string>();
  if (yourName !== '') names.set(ownerId(yourName), yourName);
  for (const { id, name } of peopleSeen(lists.flat())) if (!names.has(id)) names.set(id, name);
  return [...names.values()].slice(0, most);
}
