/** What JetStream says where the expected revision is not the last: alone, and in a cluster. */
const wrongRevision = new Set<unknown>([10_071, 10_164]);

/** Whether a write was refused because somebody else's came first (compare-and-set). */
export function lostRace(error: unknown): boolean {
  return wrongRevision.has((error as { code?: unknown } | null)?.code);
}
