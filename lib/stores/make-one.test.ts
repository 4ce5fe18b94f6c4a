import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import type { Callback } from '../domain/callback.ts';
import { makeOne, makeTwo } from './make-one.ts';

const [kept, other] = [idAt(1), idAt(2)];

/** Two entries of one caller in a team, and the list that shows them. */
async function twoOfOne() {
  const repositories = aDatabase();
  await repositories.team.join({ teamId: 'acme', clientId: 'this-one', share: false });
  const list = aList({ repositories });
  await list.callbacks.add([
    aCallback({ id: kept, reason: 'Boiler leaks' }),
    aCallback({ id: other, reason: 'Wants an invoice' }),
  ]);
  const make = () => makeOne(list.callbacks, kept, other);
  /**
   * Has a colleague's change to the other come so many turns after they begin to be made one, or before that.
   * @returns what was made, and whether the change was stored
   */
  async function makeOneAndChange(wait: number, change: Partial<Callback>) {
    const first = wait < 0 ? changeOther(change) : null;
    const made = make();
    for (let passed = 0; passed < wait; passed += 1) await turn();
    const changed = await (first ?? changeOther(change));
    return { united: await made, changed };
  }
  const changeOther = (change: Partial<Callback>) =>
    repositories.callbacks
      .update(other, (stored) => ({ ...stored, ...change }))
      .then(
        () => true,
        ({ name }) => name !== 'CallbackGoneError',
      );
  return { ...list, repositories, make, makeOneAndChange };
}

/** Until after they were made one. */
const turns = Array.from({ length: 40 }, (_, place) => place - 1);

test('whenever a colleague’s note comes while two are made one, it is in the one that stays or was refused', async () => {
  const came = { stored: 0, refused: 0 };
  for (const wait of turns) {
    const { repositories, makeOneAndChange } = await twoOfOne();
    const { united, changed } = await makeOneAndChange(wait, { notes: 'Gate code 4711' });
    expect(united).not.toBeNull();
    const open = await repositories.callbacks.open();
    expect(open, `after ${wait} turns`).toMatchObject([{ id: kept, notes: changed ? 'Gate code 4711' : '' }]);
    came[changed ? 'stored' : 'refused'] += 1;
  }
  expect(came.stored).toBeGreaterThan(0);
  expect(came.refused).toBeGreaterThan(0);
});

test('whenever a colleague closes one of them meanwhile, they stay two, or that was refused', async () => {
  for (const wait of turns) {
    const { repositories, makeOneAndChange } = await twoOfOne();
    const { united, changed } = await makeOneAndChange(wait, { status: 'completed', closedAt: wednesday });
    expect(united === null, `after ${wait} turns`).toBe(changed);
    expect(await repositories.callbacks.open()).toMatchObject([{ id: kept, calledAgain: changed ? 0 : 1 }]);
  }
});

test.each([
  ['written', 'put'],
  ['removed', 'delete'],
] as const)(
  'where one of them cannot be %s, neither is touched and the team hears of nothing',
  async (_, method) => {
    const { repositories, make, callbacks } = await twoOfOne();
    await vi.waitFor(() => expect(callbacks.open.value).toHaveLength(2));
    const before = await repositories.callbacks.open();
    const waiting = (await repositories.team.held(kept)).outbox.length;
    const free = fillDisk('callbacks', method);
    await expect(make()).rejects.toThrow(/disk is full/);
    free();
    expect(await repositories.callbacks.open()).toEqual(before);
    expect((await repositories.team.held(kept)).outbox).toHaveLength(waiting);
  },
);

test('two are made again as they were, with what was done to the one since', async () => {
  const { repositories, make, callbacks } = await twoOfOne();
  const united = await make();
  if (!united) throw new Error('they were two');
  await repositories.callbacks.update(kept, (stored) => ({ ...stored, reference: 'A-17' }));
  await makeTwo(callbacks, united);
  expect(await repositories.callbacks.open()).toMatchObject([
    { id: kept, reason: 'Boiler leaks', reference: 'A-17', calledAgain: 0 },
    { id: other, reason: 'Wants an invoice' },
  ]);
});

test('where the one was deleted meanwhile, the other comes back alone', async () => {
  const { repositories, make, callbacks } = await twoOfOne();
  const united = await make();
  if (!united) throw new Error('they were two');
  await repositories.callbacks.remove(kept);
  await makeTwo(callbacks, united);
  expect(await repositories.callbacks.open()).toMatchObject([{ id: other, reason: 'Wants an invoice' }]);
});
