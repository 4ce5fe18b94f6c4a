import type { Callback } from '../lib/domain/callback.ts';
import { ownerId, peopleSeen } from '../lib/domain/people.ts';

/** More names than anybody scrolls through. */
const most = 50;

/** People's names as learned from use: the agent first, then whoever the list tells of, the latest first. */
export function knownOwners(yourName: string, ...lists: readonly (readonly Callback[])[]): string[] {
  const names = new Map<string, string>();
  if (yourName !== '') names.set(ownerId(yourName), yourName);
  for (const { id, name } of peopleSeen(lists.flat())) if (!names.has(id)) names.set(id, name);
  return [...names.values()].slice(0, most);
}
