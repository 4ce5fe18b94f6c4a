import type { Callback } from '../lib/domain/callback.ts';

/** More names than anybody scrolls through. */
const most = 50;

/** People's names as learned from use: the agent first, then whoever owns an entry on the list. */
export function knownOwners(yourName: string, ...lists: readonly (readonly Callback[])[]): string[] {
  const names = new Map<string, string>();
  if (yourName !== '') names.set(yourName.toLocaleLowerCase('en'), yourName);
  for (const { owner } of lists.flat()) {
    if (owner && !names.has(owner.id)) names.set(owner.id, owner.name);
  }
  return [...names.values()].slice(0, most);
}
