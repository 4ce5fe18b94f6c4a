import { expect, test, vi } from 'vitest';
import { createRowCipher, type RowCipher } from '../lock/row-cipher.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createSealedArea } from './sealed-area.ts';

const config = { credentials: { kind: 'token', token: 'tok-secret' } };

function anArea(initial: Record<string, unknown> = {}) {
  const area = createMemoryStorage(initial);
  const state = { cipher: null as RowCipher | null, lock: null as string | null };
  const sealed = createSealedArea({
    area,
    names: ['team'],
    keys: { ready: async () => {}, cipher: () => state.cipher },
    lockKeyId: async () => state.lock,
  });
  const onDisk = async () => JSON.stringify(await area.getAll());
  const cipher = createRowCipher(new Uint8Array(32).fill(5));
  const unlock = () => Object.assign(state, { cipher, lock: cipher.keyId });
  const lock = () => Object.assign(state, { cipher: null, lock: cipher.keyId });
  /** As between taking the passcode away and forgetting its key, or before the passcode stands. */
  const keyWithoutLock = () => Object.assign(state, { cipher, lock: null });
  return { area, sealed, onDisk, lock, unlock, keyWithoutLock };
}

test('without a passcode values stand as they are', async () => {
  const { sealed, onDisk } = anArea();
  await sealed.set('team', config);
  expect(await onDisk()).toContain('tok-secret');
  expect(await sealed.get('team')).toEqual(config);
  await sealed.seal();
  expect(await onDisk()).toContain('tok-secret');
});

test('a passcode seals what was there and what comes, and nothing beside it', async () => {
  const { sealed, onDisk, unlock } = anArea({ team: config, settings: { yourName: 'Priya' } });
  unlock();
  await sealed.seal();
  expect(await onDisk()).not.toContain('tok-secret');
  await sealed.set('team', { ...config, more: 'sub-rosa' });
  await sealed.set('settings', { yourName: 'Ana' });
  expect(await onDisk()).not.toMatch(/tok-secret|sub-rosa/);
  expect(await onDisk()).toContain('Ana');
  expect(await sealed.getAll()).toEqual({
    team: { ...config, more: 'sub-rosa' },
    settings: { yourName: 'Ana' },
  });
});

test('locked, it reads as nothing and nothing is written in the clear', async () => {
  const { sealed, onDisk, unlock, lock } = anArea({ team: config });
  unlock();
  await sealed.seal();
  lock();
  const before = await onDisk();
  expect(await sealed.get('team')).toBeUndefined();
  await expect(sealed.set('team', config)).rejects.toThrow(/locked/);
  expect(await onDisk()).toBe(before);
});

test('who listens hears what was written, opened', async () => {
  const { sealed, unlock } = anArea();
  unlock();
  const heard = vi.fn();
  sealed.onChange(heard);
  await sealed.set('team', config);
  expect(heard).toHaveBeenLastCalledWith('team', config);
});

test('before the passcode goes it is opened; a value that was damaged stays where it is', async () => {
  const { area, sealed, onDisk, unlock } = anArea({ team: config });
  unlock();
  await sealed.seal();
  await sealed.open();
  expect(await area.get('team')).toEqual(config);
  await area.set('team', { sealed: 'AAAA' });
  expect(await sealed.get('team')).toBeUndefined();
  await sealed.open();
  expect(await onDisk()).toContain('AAAA');
});

test('nothing is sealed with a key that no passcode stands for: it is about to be thrown away', async () => {
  const { sealed, onDisk, keyWithoutLock } = anArea();
  keyWithoutLock();
  await sealed.set('team', config);
  expect(await onDisk()).toContain('tok-secret');
  await sealed.seal();
  expect(await onDisk()).toContain('tok-secret');
});
