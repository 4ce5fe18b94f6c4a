import { describe, expect, test } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { rowsOnDisk } from '../../tests/support/unit/lock.ts';
import type { SyncedEntry } from './team-repository.ts';

const count = 500;
const of = (place: number, more: Partial<SyncedEntry> = {}): SyncedEntry => ({
  callbackId: idAt(place),
  revision: place,
  n: 1,
  applied: { 'client-1': place },
  deleted: false,
  extra: '',
  unreadable: false,
  ...more,
});
const watched = (revision: number) => ({ madeAt: '2026', revision, at: 1 });

/** A profile that has just joined and is still getting what the team has. */
async function joining() {
  const name = databaseName();
  const { team, callbacks } = aDatabase(name);
  await team.join({ teamId: 'team', clientId: 'client', share: false });
  const stored = async (synced: SyncedEntry) => {
    const callback = aCallback({ id: synced.callbackId, notes: `revision ${synced.revision}` });
    await team.rewrite([synced.callbackId], () => ({ callback, synced }), {
      watched: watched(synced.revision),
      areNew: true,
    });
  };
  /** The first batch, of many. */
  const begin = () =>
    team.rewrite(
      Array.from({ length: count }, (_, place) => idAt(place + 1)),
      (id) => {
        const place = Number(id.slice(-12));
        return { callback: aCallback({ id }), synced: of(place) };
      },
      { watched: watched(count), areNew: true },
    );
  await begin();
  return { name, team, callbacks, stored };
}

describe('what the server has of entries that came on joining', () => {
  test('is kept of many at a time, and known of each', async () => {
    const { name, team, callbacks } = await joining();
    const { synced, syncedParts } = await rowsOnDisk(name);
    expect(synced).toEqual([]);
    expect(syncedParts?.length).toBeLessThanOrEqual(64);
    const all = Array.from({ length: count }, (_, place) => of(place + 1));
    const known = await team.acknowledged();
    expect(known.toSorted((a, b) => a.revision - b.revision)).toEqual(all);
    expect((await team.held(idAt(77))).synced).toEqual(of(77));
    expect((await team.held(idAt(count + 1))).synced).toBeNull();
    const { acknowledged } = await callbacks.sentToTeam();
    expect([...acknowledged].sort()).toEqual(all.map(({ callbackId }) => callbackId));
  });

  test('gives way to what happens to one from then on', async () => {
    const { team } = await joining();
    await team.rewrite([idAt(3), idAt(4)], (id) => ({
      synced: id === idAt(3) ? of(3, { revision: 900, n: 2 }) : of(4, { revision: 901, deleted: true }),
    }));
    expect((await team.held(idAt(3))).synced).toMatchObject({ revision: 900, n: 2 });
    const known = await team.acknowledged();
    expect(known).toHaveLength(count - 1);
    expect(known.find(({ callbackId }) => callbackId === idAt(3))).toMatchObject({ revision: 900 });
    expect(known.find(({ callbackId }) => callbackId === idAt(4))).toBeUndefined();
  });

  test('is the newer of two states that both came on joining', async () => {
    const { team, stored } = await joining();
    await stored(of(3, { revision: 900, n: 2 }));
    expect((await team.held(idAt(3))).synced).toEqual(of(3, { revision: 900, n: 2 }));
    expect(await team.acknowledged()).toHaveLength(count);
  });

  test('is there to weigh what comes again: an older value may have been put back on the way', async () => {
    const { team } = await joining();
    const seen: (SyncedEntry | null)[] = [];
    const look = (_: string, { synced }: { synced: SyncedEntry | null }) => {
      seen.push(synced);
      return null;
    };
    await team.rewrite([idAt(3)], look, { watched: watched(900), areNew: true });
    expect(seen).toEqual([of(3)]);
  });

  test('is never put over by what is older than a write of ours', async () => {
    const { team, callbacks, stored } = await joining();
    await team.rewrite([idAt(3)], () => ({ synced: of(3, { revision: 950, n: 3 }) }));
    const rule = { callback: aCallback({ id: idAt(3), notes: 'older' }), synced: of(3, { revision: 900 }) };
    await team.rewrite([idAt(3)], (_, { synced }) => ((synced?.revision ?? 0) >= 900 ? null : rule), {
      watched: watched(900),
      areNew: true,
    });
    expect(await callbacks.get(idAt(3))).toMatchObject({ notes: '' });
    await stored(of(3, { revision: 960, n: 4 }));
    expect((await team.held(idAt(3))).synced).toMatchObject({ revision: 960, n: 4 });
    expect(await callbacks.get(idAt(3))).toMatchObject({ notes: 'revision 960' });
  });

  test('has fields we do not know where they can be taken out again, for who is to be forgotten', async () => {
    const { name, team, callbacks, stored } = await joining();
    await stored(of(900, { extra: '{"value":{"nickname":"Quagga"}}' }));
    expect(JSON.stringify((await rowsOnDisk(name)).syncedParts)).not.toContain('Quagga');
    await callbacks.update(idAt(900), (one) => ({
      ...one,
      status: 'completed',
      closedAt: 5,
      anonymisedAt: 9,
    }));
    expect((await team.held(idAt(900))).synced).toMatchObject({ revision: 900, extra: '' });
    expect(JSON.stringify(await rowsOnDisk(name))).not.toContain('Quagga');
  });

  test('goes on leaving, and on joining anew', async () => {
    const { name, team, callbacks } = await joining();
    await team.leave({ keepEntries: true });
    expect((await rowsOnDisk(name)).syncedParts).toEqual([]);
    expect((await callbacks.sentToTeam()).acknowledged.size).toBe(0);
    await team.join({ teamId: 'other', clientId: 'client-2', share: false });
    expect(await team.acknowledged()).toEqual([]);
  });
});
