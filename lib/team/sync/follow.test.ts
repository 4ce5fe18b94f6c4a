import { expect, test } from 'vitest';
import { aDatabase } from '../../../tests/support/unit/database.ts';
import { aCallback, idAt } from '../../../tests/support/unit/entries.ts';
import type { StoredBatch } from '../../db/team-repository.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { createTeamCrypto } from '../crypto/envelope.ts';
import { type Bucket, type BucketEntry, RevisionConflictError } from './bucket.ts';
import { follow } from './follow.ts';
import type { Arrived } from './integrate.ts';
import { openEntries, storeEntries } from './receive.ts';
import { sendEntry } from './send.ts';

/** A bucket in memory, with what no server of ours lets a test do: going back to an earlier state. */
function aBucket() {
  let entries = new Map<string, BucketEntry>();
  let last = 0;
  const write = (id: string, sealed: Uint8Array | null, expected: number) => {
    if ((entries.get(id)?.revision ?? 0) !== expected) throw new RevisionConflictError('lost');
    last += 1;
    entries.set(id, { id, revision: last, sealed });
    return last;
  };
  const came: number[] = [];
  const bucket: Bucket = {
    put: async (id, sealed, expected) => write(id, sealed, expected),
    remove: async (id, expected) => {
      write(id, null, expected);
    },
    get: async (id) => entries.get(id) ?? null,
    ids: async () => new Set([...entries.values()].flatMap(({ id, sealed }) => (sealed ? id : []))),
    lastRevision: async () => last,
    async watch(from) {
      const there = [...entries.values()].filter(({ revision }) => revision >= from);
      came.push(there.length);
      return {
        waiting: there.length,
        hasMore: () => false,
        stop: () => {},
        async *[Symbol.asyncIterator]() {
          for (const [place, entry] of there.entries())
            yield { revision: entry.revision, entry, toCome: there.length - 1 - place };
        },
      };
    },
  };
  return {
    bucket,
    /** How much came with each watch. */
    came: () => came,
    /** Its state now; `back` puts it back. */
    snapshot() {
      const kept = { entries: new Map(entries), last };
      return {
        back: () => {
          ({ last } = kept);
          entries = new Map(kept.entries);
        },
      };
    },
    /** As if its marker had been cleared away, too. */
    forget: (id: string) => entries.delete(id),
  };
}

async function aProfile() {
  const { bucket, ...hands } = aBucket();
  const { team: repository, callbacks } = aDatabase();
  await repository.join({ teamId: 'acme', clientId: 'me', share: false });
  const crypto = await createTeamCrypto([randomBytes(32)]);
  const contextOf = (id: string) => id;
  const open = (entries: readonly BucketEntry[]) => openEntries(entries, { crypto, contextOf });
  const store = async (arrived: ReadonlyMap<string, Arrived>, batch?: StoredBatch) => {
    await storeEntries(arrived, { repository, clientId: 'me' }, batch);
  };
  let now = 1_000;
  return {
    ...hands,
    repository,
    callbacks,
    later: (ms: number) => {
      now += ms;
    },
    /** Reads what there is, and hands in what waits or is to be written again. */
    async sync() {
      const state = await repository.state();
      await follow(state?.watched ?? null, {
        repository,
        bucket,
        bucketMadeAt: 'once',
        now: () => now,
        open,
        store,
        onProgress: () => {},
        onCaughtUp: () => {},
        signal: new AbortController().signal,
      });
      for (const id of [...(await repository.waiting()), ...(await repository.setBack())]) {
        const onStanding = async (_: string, entry: BucketEntry | null) => {
          if (entry) await store(await open([entry]));
        };
        const deps = { repository, bucket, crypto, contextOf, clientId: 'me', onStanding };
        await sendEntry(id, deps, { heal: true });
      }
    },
    inBucket: () => bucket.ids(),
  };
}

test('a bucket put back to an earlier state gets what was accepted since, and nobody loses an entry', async () => {
  const profile = await aProfile();
  await profile.callbacks.add([aCallback({ id: idAt(1) })]);
  await profile.sync();
  const earlier = profile.snapshot();
  await profile.callbacks.add([aCallback({ id: idAt(2) })]);
  await profile.callbacks.update(idAt(1), (one) => ({ ...one, notes: 'since' }));
  await profile.sync();
  await profile.sync();
  earlier.back();
  await profile.sync();
  expect(await profile.callbacks.countOpen()).toBe(2);
  expect(await profile.callbacks.get(idAt(1))).toMatchObject({ notes: 'since' });
  expect(await profile.inBucket()).toEqual(new Set([idAt(1), idAt(2)]));
});

test('what was read is not read again: the next watch begins behind it', async () => {
  const profile = await aProfile();
  await profile.callbacks.add([aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })]);
  await profile.sync();
  await profile.sync();
  await profile.callbacks.add([aCallback({ id: idAt(3) })]);
  await profile.sync();
  await profile.sync();
  // Handed in after each look, and read with the next.
  expect(profile.came()).toEqual([0, 2, 0, 1]);
});

test('after a day away what is gone without a marker was deleted; before that it is not looked for', async () => {
  const profile = await aProfile();
  await profile.callbacks.add([aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })]);
  await profile.sync();
  await profile.sync();
  profile.forget(idAt(1));
  await profile.sync();
  expect(await profile.callbacks.countOpen()).toBe(2);
  profile.later(25 * 3_600_000);
  await profile.callbacks.update(idAt(1), (one) => ({ ...one, notes: 'from afar' }));
  await profile.sync();
  expect((await profile.callbacks.open()).map(({ id }) => id)).toEqual([idAt(2)]);
  expect(await profile.inBucket()).toEqual(new Set([idAt(2)]));
});

test('nothing is stored of a team that was left meanwhile', async () => {
  const profile = await aProfile();
  await profile.callbacks.add([aCallback({ id: idAt(1) })]);
  await profile.sync();
  await profile.repository.leave({ keepEntries: false });
  await profile.sync();
  expect(await profile.callbacks.countOpen()).toBe(0);
  expect(await profile.repository.state()).toBeNull();
});

test('who comes back with the entries they kept has each once, and what others added', async () => {
  const profile = await aProfile();
  await profile.callbacks.add([aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })]);
  await profile.sync();
  await profile.repository.leave({ keepEntries: true });
  await profile.callbacks.remove(idAt(2));
  await profile.repository.join({ teamId: 'acme', clientId: 'me again', share: false });
  await profile.sync();
  expect((await profile.callbacks.open()).map(({ id }) => id)).toEqual([idAt(1), idAt(2)]);
  expect((await profile.repository.state())?.watched?.revision).toBe(2);
  expect(await profile.repository.waiting()).toEqual([]);
});
