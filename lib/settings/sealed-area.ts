import * as z from 'zod/mini';
import type { Keyring } from '../lock/keyring.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import type { StorageArea } from '../platform/storage.ts';

/** A value under a passcode. */
const SealedSchema = z.object({ sealed: z.string().check(z.maxLength(4_000_000)) });

interface SealedAreaDeps {
  area: StorageArea;
  /** Which of its values are sealed while a passcode is set. */
  names: readonly string[];
  keys: Pick<Keyring, 'ready' | 'cipher'>;
  /** Names the key of the passcode that is set; null where none is. A key in use that is not this one seals nothing. */
  lockKeyId: () => Promise<string | null>;
}

/** One of the browser's areas in which some values are sealed with the list. */
export interface SealedArea extends StorageArea {
  /** Seals what still stands there in the clear. */
  seal(): Promise<void>;
  /** Opens what is sealed, before the passcode goes. */
  open(): Promise<void>;
}

/** While locked a sealed value reads as if there were none. */
export function createSealedArea({ area, names, keys, lockKeyId }: SealedAreaDeps): SealedArea {
  const place = (name: string) => `local|${name}`;

  function opened(name: string, value: unknown): unknown {
    const read = names.includes(name) ? SealedSchema.safeParse(value) : null;
    if (!read?.success) return value;
    try {
      return keys.cipher()?.open(place(name), Uint8Array.fromBase64(read.data.sealed));
    } catch {
      return undefined;
    }
  }
  /** Null where no passcode is set. @throws where one is, and was not given: nothing is written then */
  async function cipherInUse(): Promise<RowCipher | null> {
    await keys.ready();
    const keyId = await lockKeyId();
    if (keyId === null) return null;
    const cipher = keys.cipher();
    if (cipher?.keyId !== keyId) throw new Error('Ringback is locked.');
    return cipher;
  }
  async function put(name: string, value: unknown): Promise<void> {
    const cipher = await cipherInUse();
    const sealed = cipher && names.includes(name);
    await area.set(name, sealed ? { sealed: cipher.seal(place(name), value).toBase64() } : value);
  }
  async function read(name: string): Promise<unknown> {
    await keys.ready();
    return opened(name, await area.get(name));
  }

  return {
    get: read,
    async getAll() {
      await keys.ready();
      const all = Object.entries(await area.getAll());
      return Object.fromEntries(all.map(([name, value]) => [name, opened(name, value)]));
    },
    set: put,
    remove: area.remove,
    onChange: (listener) => area.onChange((name, value) => listener(name, opened(name, value))),
    async seal() {
      await keys.ready();
      const cipher = keys.cipher();
      if (!cipher || cipher.keyId !== (await lockKeyId())) return;
      for (const name of names) {
        const value = await area.get(name);
        if (value !== undefined && !SealedSchema.safeParse(value).success) await put(name, value);
      }
    },
    async open() {
      for (const name of names) {
        const value = await read(name);
        if (value !== undefined) await area.set(name, value);
      }
    },
  };
}
