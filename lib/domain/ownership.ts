import type { Callback, Owner } from './callback.ts';
import { historyOf } from './history.ts';

/** Whose entries are shown. */
export const ownerFilters = ['mine', 'no owner', 'all'] as const;
export type OwnerFilter = (typeof ownerFilters)[number];

/** True where the filter shows the entry. @param me null while no name is set: nothing is mine then. */
export function matchesOwner(
  callback: Pick<Callback, 'owner'>,
  filter: OwnerFilter,
  me: Owner | null,
): boolean {
  switch (filter) {
    case 'mine':
      return me !== null && callback.owner?.id === me.id;
    case 'no owner':
      return callback.owner === null;
    case 'all':
      return true;
  }
}

/**
 * Whether the agent is to be reminded of the entry: in a team their own and nobody's, alone every one.
 * @param memberId who the agent is in the team; empty without one
 */
export function concerns(callback: Pick<Callback, 'owner'>, memberId: string): boolean {
  return memberId === '' || callback.owner === null || callback.owner.id === memberId;
}

/** The entry changing hands once. Names; null is nobody. */
export interface Handover {
  from: string | null;
  to: string | null;
  by: string | null;
  /** Epoch ms. */
  at: number;
}

/** Who gave the entry to whom and when, in that order: every change of its owner (see editCallback) is one. */
export function handovers(callback: Pick<Callback, 'history'>): Handover[] {
  return historyOf(callback, 'owner').map(({ from, to, by, at }) => ({ from, to, by, at }));
}
