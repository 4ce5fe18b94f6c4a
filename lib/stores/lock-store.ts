import { type ReadonlySignal, signal } from '@preact/signals';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import type { LiveKeyring } from '../lock/keyring.ts';
import type { LockRecord } from '../lock/lock-record.ts';
import { newDataKey, shortestPasscode, wrapDataKey } from '../lock/passcode.ts';
import type { SessionLock } from '../lock/session-lock.ts';
import { tryPasscode } from '../lock/unlock.ts';
import type { UnlockProblem } from './unlock-store.ts';

/** Why nothing was changed. */
export type LockProblem =
  | UnlockProblem
  /** The new passcode has too few characters, or was not typed twice the same. */
  | { why: 'short' }
  | { why: 'different' }
  /** Storage refused. */
  | { why: 'failed' };

/** Setting, changing and taking away the passcode. */
export interface LockStore {
  /** Whether a passcode is set; null while that is not known. */
  on: ReadonlySignal<boolean | null>;
  problem: ReadonlySignal<LockProblem>;
  /** How much is rewritten, 0 to 1, while it is; null otherwise. */
  progress: ReadonlySignal<number | null>;
  /** What was done last. */
  news: ReadonlySignal<'turned on' | 'changed' | 'turned off' | null>;
  turnOn(passcode: string, again: string): Promise<boolean>;
  change(current: string, passcode: string, again: string): Promise<boolean>;
  turnOff(current: string): Promise<boolean>;
  /**
   * Sets the passcode of a sealed backup, with its key.
   * @returns what takes it off again where the backup is not taken after all @throws where storage refuses
   */
  adopt(record: LockRecord, dataKey: Uint8Array<ArrayBuffer>): Promise<() => Promise<unknown>>;
  lockNow(): Promise<void>;
  /** Erases all there is, the passcode too. */
  erase(): Promise<void>;
}

export interface LockStoreDeps {
  repositories: Pick<PrivateRepositories, 'lock' | 'lockRecord'>;
  session: SessionLock;
  keys: LiveKeyring;
  /** What is kept outside the database: sealed and opened with it. */
  beside: { seal(): Promise<void>; open(): Promise<void> };
  now: () => number;
  /** Tells the background. */
  onChanged: () => Promise<unknown>;
  erase: () => Promise<void>;
  /** Rounds of a new passcode; tests use fewer. */
  iterations?: number;
}

export function createLockStore(deps: LockStoreDeps): LockStore {
  const { repositories, session, keys } = deps;
  const on = signal<boolean | null>(null);
  const problem = signal<LockProblem>(null);
  const progress = signal<number | null>(null);
  const news = signal<'turned on' | 'changed' | 'turned off' | null>(null);
  const look = async () => {
    on.value = (await repositories.lockRecord().catch(() => null)) !== null;
  };
  look();

  const onProgress = (written: number, all: number) => {
    progress.value = all === 0 ? 1 : written / all;
  };
  /** @returns what stands against a new passcode */
  const against = (passcode: string, again: string): LockProblem => {
    if ([...passcode].length < shortestPasscode) return { why: 'short' };
    return passcode === again ? null : { why: 'different' };
  };
  /** Runs one change at a time. @param work gives what stands against it, null where it is done */
  async function run(done: 'turned on' | 'changed' | 'turned off', work: () => Promise<LockProblem>) {
    if (progress.value !== null) return false;
    progress.value = 0;
    news.value = null;
    problem.value = null;
    try {
      problem.value = await work();
    } catch {
      problem.value = { why: 'failed' };
    }
    progress.value = null;
    await look();
    if (problem.value) return false;
    news.value = done;
    await deps.onChanged();
    return true;
  }
  async function seal(record: LockRecord, dataKey: Uint8Array<ArrayBuffer>): Promise<void> {
    // In use first: rows are sealed with it, by whichever window writes one from then on.
    await session.unlock(dataKey, deps.now());
    await keys.ready();
    try {
      await repositories.lock.turnOn(record, onProgress);
    } catch (error) {
      await session.lock();
      throw error;
    }
    // The passcode stands from here on, whatever follows; what is not sealed now the background seals (LockWatch).
    await deps.beside.seal().catch(() => {});
  }
  async function unseal(): Promise<void> {
    // First: broken off in between, it would be sealed with a key nobody has any more.
    await deps.beside.open();
    try {
      await repositories.lock.turnOff(onProgress);
    } catch (error) {
      await deps.beside.seal();
      throw error;
    }
    // Again: the background may have written meanwhile, and the key is about to go.
    await deps.beside.open();
    await session.lock();
  }
  async function ask(current: string) {
    const guess = await tryPasscode(current, { session, record: repositories.lockRecord, now: deps.now });
    if (guess.right) return { dataKey: guess.dataKey, problem: null };
    const seconds = guess.why === 'wait' ? Math.ceil(guess.ms / 1_000) : 0;
    return {
      dataKey: null,
      problem: guess.why === 'wait' ? { why: guess.why, seconds } : { why: guess.why },
    };
  }

  return {
    on,
    problem,
    progress,
    news,
    turnOn: (passcode, again) =>
      run('turned on', async () => {
        const wrong = against(passcode, again);
        if (wrong) return wrong;
        const dataKey = newDataKey();
        const record = await wrapDataKey(dataKey, passcode, deps.iterations);
        await seal(record, dataKey);
        return null;
      }),
    change: (current, passcode, again) =>
      run('changed', async () => {
        const wrong = against(passcode, again);
        if (wrong) return wrong;
        const { dataKey, problem: refused } = await ask(current);
        if (!dataKey) return refused;
        await repositories.lock.change(await wrapDataKey(dataKey, passcode, deps.iterations));
        return null;
      }),
    turnOff: (current) =>
      run('turned off', async () => {
        const { dataKey, problem: refused } = await ask(current);
        if (!dataKey) return refused;
        await unseal();
        return null;
      }),
    async adopt(record, dataKey) {
      const done = await run('turned on', async () => {
        await seal(record, dataKey);
        return null;
      });
      if (!done) throw new Error('The passcode could not be set.');
      return () =>
        run('turned off', async () => {
          await unseal();
          return null;
        });
    },
    async lockNow() {
      await session.lock();
      await deps.onChanged();
    },
    erase: deps.erase,
  };
}
