import { expect, test, vi } from 'vitest';
import { dayRules, defaultSettings } from '../domain/settings.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createKeyring } from './keyring.ts';
import { createRowCipher } from './row-cipher.ts';
import { createSessionLock } from './session-lock.ts';

const dataKey = new Uint8Array(32).fill(7);
const keyId = createRowCipher(dataKey).keyId;

const rules = dayRules(defaultSettings('US'), 'UTC');
const loadRules = async () => rules;

function aSession(initial: Record<string, unknown> = {}) {
  const area = createMemoryStorage(initial);
  const loadCipher = vi.fn(async () => createRowCipher);
  const session = createSessionLock(area);
  return { area, session, loadCipher, ring: () => createKeyring(session, { loadCipher, loadRules }) };
}

test('without a key nothing is loaded, and there is no cipher', async () => {
  const { ring, loadCipher } = aSession();
  const keyring = ring();
  await keyring.ready();
  expect(keyring.cipher()).toBeNull();
  expect(loadCipher).not.toHaveBeenCalled();
});

test('a key of the session is there once it is ready', async () => {
  const { session, ring } = aSession();
  await session.unlock(dataKey, 1_000);
  const keyring = ring();
  await keyring.ready();
  expect(keyring.cipher()?.keyId).toBe(keyId);
  expect(keyring.rules()).toBe(rules);
  expect(await session.lastUsed()).toBe(1_000);
});

test('unlocked or locked elsewhere, it follows and tells so', async () => {
  const { session, ring } = aSession();
  const keyring = ring();
  const heard = vi.fn();
  keyring.onChange((cipher) => heard(cipher?.keyId ?? null));
  await session.unlock(dataKey, 1_000);
  await keyring.ready();
  expect(keyring.cipher()?.keyId).toBe(keyId);
  await session.lock();
  await keyring.ready();
  expect(keyring.cipher()).toBeNull();
  expect(heard.mock.calls).toEqual([[keyId], [null]]);
  expect(await session.lastUsed()).toBeNull();
});

test('the background follows nothing: it looks when it is asked to', async () => {
  const { session, loadCipher } = aSession();
  const keyring = createKeyring(session, { loadCipher, loadRules, follow: false });
  await keyring.ready();
  await session.unlock(dataKey, 1_000);
  await keyring.ready();
  expect(keyring.cipher()).toBeNull();
  await keyring.refresh();
  expect(keyring.cipher()?.keyId).toBe(keyId);
});

test('what is no key is none', async () => {
  for (const stored of ['', 'AAAA', 17, { key: 'x' }, 'A'.repeat(44)]) {
    const { ring } = aSession({ 'lock-key': stored });
    const keyring = ring();
    await keyring.ready();
    expect(keyring.cipher()).toBeNull();
  }
});

test('wrong guesses are remembered until the right one', async () => {
  const { session } = aSession();
  await session.noteWrongGuess({ failures: 4, lastAt: 9 });
  expect(await session.guesses()).toEqual({ failures: 4, lastAt: 9 });
  await session.clearGuesses();
  expect(await session.guesses()).toEqual({ failures: 0, lastAt: 0 });
});

test('a key of another length is never kept', async () => {
  const { session, area } = aSession();
  await expect(session.unlock(new Uint8Array(16), 1)).rejects.toThrow(RangeError);
  expect(await area.getAll()).toEqual({});
});
