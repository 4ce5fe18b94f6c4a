import { describe, expect, test, vi } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';

const joined = async (share = false) => {
  const database = aDatabase();
  await database.callbacks.add([aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })]);
  await database.team.join({ teamId: 'team', clientId: 'client', share });
  const outbox = async (id: string) => (await database.team.held(id)).outbox;
  return { ...database, outbox };
};

test('alone, nothing is left in an outbox', async () => {
  const { callbacks, team } = aDatabase();
  await callbacks.add([aCallback()]);
  await callbacks.update(idAt(1), (one) => ({ ...one, notes: 'x' }));
  expect(await team.state()).toBeNull();
  expect(await team.waiting()).toEqual([]);
});

describe('in a team every write leaves its intent', () => {
  test('an entry made, changed, removed and brought back, numbered as they were written', async () => {
    const { callbacks, outbox, team } = await joined();
    await callbacks.add([aCallback({ id: idAt(3) })]);
    await callbacks.update(idAt(3), (one) => ({ ...one, notes: 'x' }));
    const removed = await callbacks.remove(idAt(3));
    if (removed) await callbacks.bringBack(removed);
    expect(await outbox(idAt(3))).toMatchObject([
      { seq: 1, what: 'created' },
      { seq: 2, what: 'changed', before: { notes: '' }, after: { notes: 'x' } },
      { seq: 3, what: 'removed', before: { notes: 'x' } },
      { seq: 4, what: 'created' },
    ]);
    expect(await team.waiting()).toEqual([idAt(3)]);
  });

  test('entries added and changed together, and those that are imported', async () => {
    const { callbacks, backup, outbox } = await joined();
    const change = {
      id: idAt(1),
      change: (one: ReturnType<typeof aCallback>) => ({ ...one, reference: 'T' }),
    };
    await callbacks.addAndChange([aCallback({ id: idAt(3) })], [change]);
    const writes = { callbacks: [aCallback({ id: idAt(2), notes: 'file' }), aCallback({ id: idAt(4) })] };
    await backup.import(() => ({ ...writes, closedDays: [] }));
    const what = async (id: string) => (await outbox(id)).map((item) => item.what);
    expect(await what(idAt(1))).toEqual(['changed']);
    expect(await what(idAt(2))).toEqual(['changed']);
    expect(await what(idAt(3))).toEqual(['created']);
    expect(await what(idAt(4))).toEqual(['created']);
  });

  test('in the same transaction: what is not written leaves none', async () => {
    const { callbacks, team } = await joined();
    const emptyDisk = fillDisk('outbox', 'add');
    await expect(callbacks.add([aCallback({ id: idAt(3) })])).rejects.toThrow('The disk is full.');
    emptyDisk();
    expect(await callbacks.get(idAt(3))).toBeNull();
    expect(await team.waiting()).toEqual([]);
  });

  test('and who is forgotten or anonymised is not named in it', async () => {
    const { callbacks, privacy, outbox } = await joined();
    await callbacks.update(idAt(1), (one) => ({ ...one, notes: 'Ana' }));
    await callbacks.update(idAt(2), (one) => ({ ...one, status: 'completed', closedAt: wednesday }));
    const query = { name: 'Ana Villaseñor', phones: [] };
    const { entries } = await privacy.traces(query);
    await privacy.forget({ entries: entries.slice(0, 1), drafts: [] }, query, wednesday);
    await privacy.ageOut({ cutoff: wednesday, action: 'anonymise', limit: 9, now: wednesday });
    const left = [...(await outbox(idAt(1))), ...(await outbox(idAt(2)))];
    expect(left.map(({ what }) => what)).toEqual(['forgotten', 'changed']);
    expect(JSON.stringify(left)).not.toContain('Ana');
  });
});

describe('joining and leaving', () => {
  test('offers what is here already only where that is wanted', async () => {
    expect(await (await joined()).team.waiting()).toEqual([]);
    expect(await (await joined(true)).team.waiting()).toEqual([idAt(1), idAt(2)]);
  });

  test('makes the agent’s own entries theirs under the other id, or nothing at all', async () => {
    const { callbacks, team } = aDatabase();
    const [name, me] = [
      { id: 'chris', name: 'Chris' },
      { id: crypto.randomUUID(), name: 'Chris' },
    ];
    const owners = async () => (await callbacks.open()).map(({ owner }) => owner?.id);
    await callbacks.add([
      aCallback({ id: idAt(1), owner: name }),
      aCallback({ id: idAt(2), owner: { id: 'kim', name: 'Kim' } }),
      aCallback({ id: idAt(3), owner: name }),
    ]);
    const how = { teamId: 'team', clientId: 'client', share: true, own: { from: 'chris', to: me } };
    const emptyDisk = fillDisk('team', 'put');
    await expect(team.join(how)).rejects.toThrow('The disk is full.');
    emptyDisk();
    expect(await owners()).toEqual(['chris', 'kim', 'chris']);
    await team.join(how);
    expect(await owners()).toEqual([me.id, 'kim', me.id]);
    expect(await team.waiting()).toEqual([idAt(1), idAt(2), idAt(3)]);
    await team.leave({ keepEntries: true, own: { from: me.id, to: name } });
    expect(await owners()).toEqual(['chris', 'kim', 'chris']);
  });

  test.each([true, false])('leaves nothing but the list, where it is kept: %s', async (keepEntries) => {
    const { team, callbacks } = await joined(true);
    await team.leave({ keepEntries });
    expect(await team.state()).toBeNull();
    expect(await team.waiting()).toEqual([]);
    expect(await callbacks.countOpen()).toBe(keepEntries ? 2 : 0);
  });
});

test('a rewrite of several entries is stored whole or not at all', async () => {
  const { team, callbacks } = await joined(true);
  const rule = vi.fn((id: string) => {
    if (id === idAt(2)) throw new Error('no rule for that');
    return { callback: null };
  });
  await expect(team.rewrite([idAt(1), idAt(2)], rule)).rejects.toThrow('no rule');
  expect(await callbacks.countOpen()).toBe(2);
});
