import { signal } from '@preact/signals';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { aList, type PanelSetup } from '../../tests/support/unit/panel.ts';
import { createCallbacksStore } from './callbacks-store.ts';

const hour = 3_600_000;

async function ready(setup?: PanelSetup) {
  const list = aList(setup);
  await vi.waitFor(() => expect(list.callbacks.state.value).toBe('ready'));
  return list;
}
type List = Awaited<ReturnType<typeof ready>>;
const names = (list: List) => list.callbacks.open.value.map(({ callerName }) => callerName);

test('is loading until it has read, then shows what was stored', async () => {
  const list = aList();
  expect(list.callbacks.state.value).toBe('loading');
  await list.callbacks.add([aCallback()]);
  await vi.waitFor(() => expect(names(list)).toEqual(['Ana Villaseñor']));
  expect(list.callbacks.state.value).toBe('ready');
});

test('says that it cannot read where storage fails', async () => {
  const list = aList();
  const broken = createCallbacksStore({
    ...list,
    repositories: {
      ...list.repositories,
      callbacks: { ...list.repositories.callbacks, open: () => Promise.reject(new Error('no storage')) },
    },
    rules: list.settings.rules,
    now: list.clock.now,
  });
  onTestFinished(() => broken.stop());
  await vi.waitFor(() => expect(broken.state.value).toBe('failed'));
});

test('what is done here is read again at once, also where the list rests after a slow read', async () => {
  const list = await ready();
  const hurry = vi.fn();
  const store = createCallbacksStore({
    ...list,
    repositories: { ...list.repositories, watchTables: () => ({ stop: () => {}, hurry }) },
    rules: list.settings.rules,
    now: list.clock.now,
  });
  await store.add([aCallback()]);
  expect(hurry).toHaveBeenCalledTimes(1);
  await store.edit(idAt(1), { notes: 'new' });
  const removed = await store.remove(idAt(1));
  if (removed) await store.bringBack(removed);
  expect(hurry).toHaveBeenCalledTimes(4);
  await expect(store.edit(idAt(9), { notes: 'gone' })).rejects.toThrow();
  expect(hurry).toHaveBeenCalledTimes(4);
});

test('once the team’s whole list has come it is read at once', async () => {
  const list = await ready();
  const hurry = vi.fn();
  const catchingUp = signal(false);
  const watched: (() => boolean)[] = [];
  const store = createCallbacksStore({
    ...list,
    catchingUp,
    repositories: {
      ...list.repositories,
      watchTables: (_tables, _query, _onResult, _onError, isCalm) => {
        if (isCalm) watched.push(isCalm);
        return { stop: () => {}, hurry };
      },
    },
    rules: list.settings.rules,
    now: list.clock.now,
  });
  onTestFinished(() => store.stop());
  expect(watched[0]?.()).toBe(false);
  catchingUp.value = true;
  expect(watched[0]?.()).toBe(true);
  expect(hurry).not.toHaveBeenCalled();
  catchingUp.value = false;
  expect(hurry).toHaveBeenCalledOnce();
});

test('an owner is called as they call themselves now; who is no member, as the entry has it', async () => {
  const list = await ready();
  const [kim, lee] = ['Kim', 'Lee'].map((name) => ({ id: crypto.randomUUID(), name }));
  await list.callbacks.add([
    aCallback({ id: idAt(1), owner: kim ?? null }),
    aCallback({ id: idAt(2), owner: lee ?? null }),
    aCallback({ id: idAt(3), owner: kim ?? null, status: 'completed', closedAt: wednesday }),
  ]);
  const owners = () => {
    const { open, closed } = list.callbacks;
    return [...open.value, ...closed.value].map(({ owner }) => owner?.name);
  };
  await vi.waitFor(() => expect(owners()).toEqual(['Kim', 'Lee', 'Kim']));
  list.people.value = [{ id: kim?.id ?? '', name: 'Kim Sol' }];
  expect(owners()).toEqual(['Kim Sol', 'Lee', 'Kim Sol']);
  // Seen under the new name and edited, it still belongs to the same person, and is handed to nobody.
  const seen = list.callbacks.open.value[0];
  const edited = await list.callbacks.edit(idAt(1), { notes: 'new' }, seen);
  expect(edited.owner).toEqual(kim);
  expect(edited.history.filter(({ what }) => what === 'owner')).toEqual([]);
});

describe('the order', () => {
  test('is that of urgency, and follows the clock', async () => {
    const list = await ready();
    await list.callbacks.add([
      aCallback({ id: idAt(1), callerName: 'at four', promise: promise(null, wednesday + 2 * hour) }),
      aCallback({ id: idAt(2), callerName: 'missed', kind: 'missed call' }),
    ]);
    await vi.waitFor(() => expect(names(list)).toEqual(['missed', 'at four']));
    await list.callbacks.edit(idAt(2), { status: 'completed' });
    await list.callbacks.add([aCallback({ id: idAt(3), callerName: 'no time' })]);
    await vi.waitFor(() => expect(names(list)).toEqual(['at four', 'no time']));
    expect(list.callbacks.closed.value.map(({ callerName }) => callerName)).toEqual(['missed']);
  });

  test('follows working hours that are changed', async () => {
    const list = await ready();
    const justNow = wednesday - hour;
    await list.callbacks.add([
      aCallback({ id: idAt(1), callerName: 'promised', promise: promise(null, wednesday + hour) }),
      aCallback({ id: idAt(2), callerName: 'missed', kind: 'missed call', happenedAt: justNow }),
    ]);
    await vi.waitFor(() => expect(names(list)).toEqual(['missed', 'promised']));
    const { workingHours } = list.settings.settings.value;
    list.changeSettings({ workingHours: { ...workingHours, days: [5] } });
    expect(names(list)).toEqual(['promised', 'missed']);
  });
});

describe('writing', () => {
  test('an edit keeps who made it and when, and the background is told', async () => {
    const list = await ready();
    await list.callbacks.add([aCallback()]);
    list.time.pass(5_000);
    const edited = await list.callbacks.edit(idAt(1), { notes: 'gate code' });
    expect(edited.history).toMatchObject([{ what: 'changed', by: 'Sam Agent', at: wednesday + 5_000 }]);
    const removed = await list.callbacks.remove(idAt(1));
    if (removed) await list.callbacks.bringBack(removed);
    expect(list.onWritten).toHaveBeenCalledTimes(4);
  });

  test('an edit of what was seen is built upon what another window did meanwhile', async () => {
    const list = await ready();
    const seen = aCallback({ notes: 'rang' });
    await list.callbacks.add([seen]);
    await list.callbacks.edit(idAt(1), { notes: 'rang\nblue door', owner: { id: 'chris', name: 'Chris' } });
    const mine = { notes: 'rang\ncode 12', owner: { id: 'dana', name: 'Dana' } };
    const edited = await list.callbacks.edit(idAt(1), mine, seen);
    expect(edited).toMatchObject({ notes: 'rang\nblue door\ncode 12', owner: { name: 'Chris' } });
  });

  test('a change is taken back without what was done since', async () => {
    const list = await ready();
    const before = aCallback();
    await list.callbacks.add([before]);
    const after = await list.callbacks.edit(idAt(1), { status: 'completed' });
    await list.callbacks.edit(idAt(1), { notes: 'gate code' });
    await list.callbacks.takeBack({ before, after });
    expect(await list.repositories.callbacks.get(idAt(1))).toMatchObject({
      status: 'needs call',
      closedAt: null,
      notes: 'gate code',
    });
  });

  test('that fails rejects, changes nothing and tells nobody', async () => {
    const list = await ready();
    await list.callbacks.add([aCallback()]);
    list.onWritten.mockClear();
    const emptyDisk = fillDisk('callbacks', 'put');
    await expect(list.callbacks.edit(idAt(1), { status: 'completed' })).rejects.toThrow('The disk is full.');
    emptyDisk();
    expect(await list.repositories.callbacks.get(idAt(1))).toMatchObject({
      status: 'needs call',
      history: [],
    });
    expect(list.onWritten).not.toHaveBeenCalled();
  });

  test('an entry deleted in another window rejects, and says which it was', async () => {
    const list = await ready();
    await expect(list.callbacks.edit(idAt(9), { notes: 'x' })).rejects.toMatchObject({ id: idAt(9) });
  });
});
