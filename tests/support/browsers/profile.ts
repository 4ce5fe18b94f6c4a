import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of one's own under the system's temporary one. */
export async function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ringback-'));
}

/** Removes it; a browser that has just ended may still be writing for a moment. */
export async function removeProfile(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
