import type { CareNotice, CareStore } from '../../../lib/stores/care-store.ts';

/** What the agent should know of how the list is kept, as it stands. */
export function care(notice: CareNotice): CareStore {
  const act = async () => {};
  return { notice: { value: notice } as never, look: act, later: act, seen: act, stop: () => {} };
}
