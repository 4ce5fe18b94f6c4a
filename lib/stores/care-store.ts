import { type ReadonlySignal, signal } from '@preact/signals';
import { type BackupState, backupReminderDue, quietUntil } from '../backup/schedule.ts';
import type { StorageFailure } from '../db/storage-failure.ts';

/** What the agent should know of how the list is kept: worst first, null where all is well. */
export type CareNotice =
  | { kind: 'storage'; failure: StorageFailure }
  /** The browser threw the list away. */
  | { kind: 'lost' }
  /** @param megabytes left */
  | { kind: 'nearly full'; megabytes: number }
  | { kind: 'backup' };

/** Keeps watch over storage and backups while a page is open. */
export interface CareStore {
  notice: ReadonlySignal<CareNotice | null>;
  /** Looks again now. */
  look(): Promise<void>;
  /** Puts the reminder of backups away for a day. */
  later(): Promise<void>;
  /** The agent has seen that the list was lost. */
  seen(): Promise<void>;
  stop(): void;
}

export interface CareStoreDeps {
  failure: () => Promise<StorageFailure | null>;
  /** When the first entry was made, null while there is none. */
  oldest: () => Promise<number | null>;
  room: () => Promise<{ left: number } | null>;
  file: {
    load(): Promise<BackupState>;
    update(changes: Partial<BackupState>): Promise<void>;
    watch(listener: () => void): () => void;
  };
  now: () => number;
  every: (ms: number, look: () => void) => () => void;
}

/** Below this a long import or a busy week may be refused. */
const nearlyFull = 50 * 1024 * 1024;
const lookEvery = 5 * 60_000;

export function createCareStore(deps: CareStoreDeps): CareStore {
  const notice = signal<CareNotice | null>(null);

  async function find(): Promise<CareNotice | null> {
    const failure = await deps.failure();
    if (failure) return { kind: 'storage', failure };
    const state = await deps.file.load();
    if (state.lostAt !== null) return { kind: 'lost' };
    const room = await deps.room();
    if (room && room.left < nearlyFull) {
      return { kind: 'nearly full', megabytes: Math.floor(room.left / 1024 / 1024) };
    }
    const due = backupReminderDue(state, await deps.oldest(), deps.now());
    return due ? { kind: 'backup' } : null;
  }
  async function look(): Promise<void> {
    try {
      notice.value = await find();
    } catch {
      // What cannot be looked at now is looked at again soon.
    }
  }
  const stops = [deps.every(lookEvery, look), deps.file.watch(look)];
  look();

  return {
    notice,
    look,
    async later() {
      await deps.file.update({ quietUntil: quietUntil(deps.now()) });
      await look();
    },
    async seen() {
      await deps.file.update({ lostAt: null });
      await look();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
