import { keyOf, type TeamConnection } from '../types.ts';
import type { BucketEntry } from './bucket.ts';
import type { Arrived } from './integrate.ts';
import { openEntries } from './receive.ts';

/** An open connection with what runs over it. */
export interface Session {
  connection: TeamConnection;
  clientId: string;
  stopping: AbortController;
  /** Everything that was there is stored; from then on changes come one by one. */
  caughtUp: boolean;
  /** What the server has lost since it was put back to an earlier state is to be written again. */
  knowsSetBack: boolean;
}

/** What each value is sealed for. */
export function contextIn({ bucket }: TeamConnection): (id: string) => string {
  return (id) => `${bucket} ${keyOf(id)}`;
}

/** Opens entries with the session's keys. One state of each at most. */
export function openIn(
  { connection }: Session,
  entries: readonly BucketEntry[],
): Promise<Map<string, Arrived>> {
  return openEntries(entries, { crypto: connection.crypto, contextOf: contextIn(connection) });
}
