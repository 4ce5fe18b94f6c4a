import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage.ts';

const statusKey = 'team-status';
const callsKey = 'team-calls';
const takenKey = 'team-taken';
/** Those told last are enough for whoever opens the panel later. */
const mostTaken = 20;

/** What pages read of it; sync/status.ts says what it means. */
const StatusSchema = z.object({
  state: z.enum(['alone', 'connecting', 'catching up', 'in step', 'offline', 'locked', 'refused']),
  problem: z.string().check(z.maxLength(1_000)),
  progress: z.nullable(z.object({ done: z.int(), of: z.int() })),
  ignored: z.record(z.string(), z.int()),
  tooLong: z.int(),
});
export type LiveStatus = z.infer<typeof StatusSchema>;

const CallsSchema = z.array(
  z.object({ callbackId: z.uuid(), member: z.object({ id: z.string(), name: z.string() }) }),
);
export type LiveCalls = z.infer<typeof CallsSchema>;

const TakenSchema = z.array(z.object({ callbackId: z.uuid(), name: z.string(), at: z.int() }));
/** Entries somebody else was quicker to take, with who has them. */
export type LiveTaken = z.infer<typeof TakenSchema>;

/**
 * What the background tells the pages of the team as it is at this moment: how sync stands, who is on the phone.
 * @param area the browser's session storage: gone when the browser closes
 */
export function createLiveFile(area: StorageArea) {
  const status = (value: unknown) => StatusSchema.safeParse(value).data ?? null;
  const taken = (value: unknown) => TakenSchema.safeParse(value).data ?? [];
  const calls = (value: unknown) => CallsSchema.safeParse(value).data ?? [];
  return {
    tellStatus: (now: LiveStatus) => area.set(statusKey, now),
    tellCalls: (now: LiveCalls) => area.set(callsKey, now),
    tellTaken: async (more: LiveTaken) =>
      area.set(takenKey, [...taken(await area.get(takenKey)), ...more].slice(-mostTaken)),
    status: async () => status(await area.get(statusKey)),
    calls: async () => calls(await area.get(callsKey)),
    taken: async () => taken(await area.get(takenKey)),
    /** @returns stops it */
    watch(hear: {
      status?: (now: LiveStatus | null) => void;
      calls?: (now: LiveCalls) => void;
      taken?: (now: LiveTaken) => void;
    }): () => void {
      return area.onChange((key, value) => {
        if (key === statusKey) hear.status?.(status(value));
        if (key === takenKey) hear.taken?.(taken(value));
        if (key === callsKey) hear.calls?.(calls(value));
      });
    },
  };
}
