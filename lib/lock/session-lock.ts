import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage.ts';
import type { Guesses } from './guess-delay.ts';
import { dataKeyBytes } from './lock-record.ts';

const keyKey = 'lock-key';
const usedKey = 'lock-used';
const guessesKey = 'lock-guesses';
const refusedKey = 'lock-refused-capture';
const timesKey = 'lock-times';

const DataKeySchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
const TimesSchema = z.record(
  z.string(),
  z.object({
    tag: z.string(),
    happenedAt: z.int(),
    window: z.nullable(z.tuple([z.nullable(z.int()), z.nullable(z.int())])),
  }),
);
const GuessesSchema = z.object({ failures: z.int().check(z.gte(0)), lastAt: z.int() });

/** By id; `tag` names the promise the times are of. */
type KnownTimes = z.infer<typeof TimesSchema>;

export type SessionLock = ReturnType<typeof createSessionLock>;

/**
 * What is known of the lock until the browser closes. @param area the browser's session storage: it lies in
 * memory, no web page sees it, and pages and background share it. The key is never to be kept anywhere else.
 */
export function createSessionLock(area: StorageArea) {
  return {
    /** The data key while unlocked, else null. */
    async dataKey(): Promise<Uint8Array<ArrayBuffer> | null> {
      return readKey(await area.get(keyKey));
    },
    async unlock(dataKey: Uint8Array, now: number): Promise<void> {
      if (dataKey.length !== dataKeyBytes) throw new RangeError('the data key has 32 bytes');
      await area.remove(refusedKey);
      await area.set(usedKey, now);
      await area.set(keyKey, dataKey.toBase64());
    },
    async lock(): Promise<void> {
      await area.remove([keyKey, usedKey]);
    },
    /** When a page of ours was last used, epoch ms; null where it is locked. */
    async lastUsed(): Promise<number | null> {
      const at = await area.get(usedKey);
      return typeof at === 'number' ? at : null;
    },
    async noteUse(now: number): Promise<void> {
      await area.set(usedKey, now);
    },
    /** When the stages of open entries fall, for reminders while it is locked: on disk there is only when they are due. */
    async noteTimes(times: KnownTimes): Promise<void> {
      await area.set(timesKey, times);
    },
    async times(): Promise<KnownTimes> {
      return TimesSchema.safeParse(await area.get(timesKey)).data ?? {};
    },
    async guesses(): Promise<Guesses> {
      const read = GuessesSchema.safeParse(await area.get(guessesKey));
      return read.success ? read.data : { failures: 0, lastAt: 0 };
    },
    async clearGuesses(): Promise<void> {
      await area.remove(guessesKey);
    },
    async noteWrongGuess(guesses: Guesses): Promise<void> {
      await area.set(guessesKey, guesses);
    },
    /** A capture was asked for while locked: the panel that opens is to say why nothing came of it. */
    async noteRefusedCapture(now: number): Promise<void> {
      await area.set(refusedKey, now);
    },
    /** When a capture was last refused, epoch ms; null where none was. */
    async refusedCapture(): Promise<number | null> {
      const at = await area.get(refusedKey);
      return typeof at === 'number' ? at : null;
    },
    /** Tells of each capture that is refused. @returns stops it. */
    onRefusedCapture(listener: () => void): () => void {
      return area.onChange((key, value) => {
        if (key === refusedKey && value !== undefined) listener();
      });
    },
    /** Tells when it was unlocked (with the key) or locked (null), here or elsewhere. @returns stops it. */
    onChange(listener: (dataKey: Uint8Array<ArrayBuffer> | null) => void): () => void {
      return area.onChange((key, value) => {
        if (key === keyKey) listener(readKey(value));
      });
    },
  };
}

function readKey(value: unknown): Uint8Array<ArrayBuffer> | null {
  const read = DataKeySchema.safeParse(value);
  return read.success ? Uint8Array.fromBase64(read.data) : null;
}
