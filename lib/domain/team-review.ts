import type { Callback, Owner } from './callback.ts';
import { type DayRules, isOverdue } from './due.ts';
import { labelOf } from './people.ts';
import { sortByUrgency } from './priority.ts';

/** Why a group of entries stands where it stands. */
export type OwnerStanding =
  /** Nobody has them. */
  | 'nobody'
  /** Whoever has them left the team, or was never in it. */
  | 'gone'
  | 'member';

/** The open entries of one owner. */
export interface OwnerGroup {
  standing: OwnerStanding;
  /** Null for nobody. */
  owner: Owner | null;
  /** The owner's name, told apart from others of that name; '' for nobody. */
  name: string;
  /** The most urgent first. */
  entries: Callback[];
  overdue: number;
}

const order: readonly OwnerStanding[] = ['nobody', 'gone', 'member'];

/**
 * Everybody's open entries by owner: nobody's first, then those of people who are not in the team (any more), then
 * the members', who has most that is late first.
 * @param members who is in the team now @param now epoch ms
 */
export function teamReviewOf(
  open: readonly Callback[],
  members: readonly Owner[],
  rules: DayRules,
  now: number,
): OwnerGroup[] {
  const byOwner = Map.groupBy(sortByUrgency(open, rules, now), ({ owner }) => owner?.id ?? '');
  const groups = [...byOwner].map(([id, entries]): OwnerGroup => {
    const member = members.find((one) => one.id === id);
    // The name may have changed since the entry was given.
    const owner = member ?? entries[0]?.owner ?? null;
    return {
      standing: owner === null ? 'nobody' : member ? 'member' : 'gone',
      owner,
      name: owner === null ? '' : labelOf(owner, members),
      entries,
      overdue: entries.filter((entry) => isOverdue(entry, rules, now)).length,
    };
  });
  return groups.sort(
    (a, b) =>
      order.indexOf(a.standing) - order.indexOf(b.standing) ||
      b.overdue - a.overdue ||
      a.name.localeCompare(b.name),
  );
}
