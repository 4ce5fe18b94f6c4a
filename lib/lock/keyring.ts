import type { DayRules } from '../domain/due.ts';
import type { RowCipher } from './row-cipher.ts';
import type { SessionLock } from './session-lock.ts';

/** What the database seals and opens with: nothing while no passcode is set, or while it is locked. */
export interface Keyring {
  /** Resolves once it is known whether there is a key. Awaited before the database is opened. */
  ready(): Promise<void>;
  cipher(): RowCipher | null;
  /** By which something is due: that stays readable. Null where there is no cipher. */
  rules(): DayRules | null;
}

/** For a database that is never sealed. */
export const noKeys: Keyring = { ready: async () => {}, cipher: () => null, rules: () => null };

/** A keyring that follows the session it belongs to. */
export interface LiveKeyring extends Keyring {
  /** Looks again now. */
  refresh(): Promise<void>;
  /** Tells when the key appeared, changed or went (null). @returns stops it. */
  onChange(listener: (cipher: RowCipher | null) => void): () => void;
}

interface KeyringOptions {
  /** A page loads it only where there is a key; the background has it. */
  loadCipher: () => Promise<(dataKey: Uint8Array) => RowCipher>;
  /** Asked whenever there is a key. */
  loadRules: () => Promise<DayRules>;
  /**
   * False for the background: each change of the session would wake it. It looks again with `refresh` before it
   * does anything.
   */
  follow?: boolean;
}

/** Follows the session: a key that appears or goes elsewhere appears or goes here. */
export function createKeyring(
  session: Pick<SessionLock, 'dataKey' | 'onChange'>,
  { loadCipher, loadRules, follow = true }: KeyringOptions,
): LiveKeyring {
  const listeners = new Set<(cipher: RowCipher | null) => void>();
  let cipher: RowCipher | null = null;
  let rules: DayRules | null = null;
  // In the order things happened: a lock never overtakes the unlocking before it.
  let last = take(session.dataKey());

  async function take(given: Promise<Uint8Array | null>): Promise<void> {
    const dataKey = await given.catch(() => null);
    const before = cipher?.keyId;
    const made = dataKey ? (await loadCipher())(dataKey) : null;
    rules = made && (await loadRules().catch(() => rules));
    cipher = made;
    if (cipher?.keyId !== before) for (const listener of [...listeners]) listener(cipher);
  }
  if (follow) {
    session.onChange((dataKey) => {
      last = last.then(() => take(Promise.resolve(dataKey)));
    });
  }

  return {
    ready: () => last,
    refresh() {
      last = last.then(() => take(session.dataKey()));
      return last;
    },
    cipher: () => cipher,
    rules: () => rules,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
