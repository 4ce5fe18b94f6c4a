import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import type { Callback } from '../domain/callback.ts';
import { createClosedSearch } from './closed-search.ts';

const hour = 3_600_000;

async function aLongList(entries: Partial<Callback>[], reach?: number) {
  const list = aList(reach === undefined ? {} : { reach });
  await list.callbacks.add(entries.map((changes, place) => aCallback({ id: idAt(place + 1), ...changes })));
  await list.callbacks.loaded;
  const { longList } = list;
  const open = () => longList.open.value.map(({ callback }) => callback.callerName);
  const closed = () =>
    Array.from({ length: longList.closedCount.value }, (_, at) => longList.closedAt(at)?.callerName);
  longList.showClosed(0, 200);
  return { ...list, open, closed };
}
type List = Awaited<ReturnType<typeof aLongList>>;
const shows = (list: List, open: string[], closed: string[]) =>
  vi.waitFor(() => expect([...list.open(), '|', ...list.closed()]).toEqual([...open, '|', ...closed]));
const done = (place: number) => ({ status: 'completed', closedAt: wednesday - place * hour }) as const;

const mixed: Partial<Callback>[] = [
  { callerName: 'Ana' },
  { callerName: 'Bob', owner: null },
  { callerName: 'Anatol', ...done(3) },
  { callerName: 'Cleo', ...done(1), owner: null },
  { callerName: 'Joana', ...done(2), owner: { id: 'zoë', name: 'Zoë' } },
];

test('shows open ones, then closed ones, the latest first', async () => {
  await shows(await aLongList(mixed), ['Ana', 'Bob'], ['Cleo', 'Joana', 'Anatol']);
});

test('of more closed ones than can be scrolled to shows the older ones when asked', async () => {
  const list = await aLongList(mixed, 2);
  await shows(list, ['Ana', 'Bob'], ['Cleo', 'Joana']);
  expect(list.longList.goesOn.value).toBe(true);
  list.longList.showOlder();
  await shows(list, ['Ana', 'Bob'], ['Anatol']);
  expect(list.longList).toMatchObject({ goesOn: { value: false }, closedFrom: { value: 2 } });
  // A search is over all of them, and an entry that is to be shown stands in the list as usual.
  list.longList.setSearch('joana');
  await shows(list, [], ['Joana']);
  list.longList.reveal(idAt(1));
  await shows(list, ['Ana', 'Bob'], ['Cleo', 'Joana']);
  list.longList.showOlder();
  list.longList.showLatest();
  await shows(list, ['Ana', 'Bob'], ['Cleo', 'Joana']);
});

describe('a search', () => {
  test('finds open and closed ones, and nothing typed shows all again', async () => {
    const list = await aLongList(mixed);
    list.longList.setSearch('ana');
    await shows(list, ['Ana'], ['Joana', 'Anatol']);
    expect(list.longList.closedTotal.value).toEqual({ count: 2, more: false });
    list.longList.setSearch('  ');
    await shows(list, ['Ana', 'Bob'], ['Cleo', 'Joana', 'Anatol']);
  });

  test('follows what is closed, edited, reopened and deleted meanwhile', async () => {
    const list = await aLongList(mixed);
    list.longList.setSearch('ana');
    await shows(list, ['Ana'], ['Joana', 'Anatol']);
    await list.callbacks.edit(idAt(1), { status: 'completed' });
    await shows(list, [], ['Ana', 'Joana', 'Anatol']);
    await list.callbacks.edit(idAt(4), { callerName: 'Cleo Ana' });
    await shows(list, [], ['Cleo Ana', 'Ana', 'Joana', 'Anatol']);
    await list.callbacks.edit(idAt(5), { status: 'needs call' });
    await shows(list, ['Joana'], ['Cleo Ana', 'Ana', 'Anatol']);
    await list.callbacks.remove(idAt(3));
    await shows(list, ['Joana'], ['Cleo Ana', 'Ana']);
  });

  test('goes by the names owners have now, as the rows show them, also open ones', async () => {
    const kim = { id: crypto.randomUUID(), name: 'Kim' };
    const list = await aLongList([
      { callerName: 'Ana', owner: kim },
      { callerName: 'Bob', owner: kim, ...done(1) },
      { callerName: 'Cleo', ...done(2) },
    ]);
    list.longList.setSearch('kim');
    await shows(list, ['Ana'], ['Bob']);
    list.people.value = [{ ...kim, name: 'Robin' }];
    await shows(list, [], []);
    list.longList.setSearch('robin');
    await shows(list, ['Ana'], ['Bob']);
    // What is read again by itself goes by them, too.
    await list.callbacks.edit(idAt(2), { notes: 'new' });
    await vi.waitFor(() => expect(list.longList.looking.value).toBe(false));
    await shows(list, ['Ana'], ['Bob']);
  });

  test('that finds very many shows the latest and says that there are more', async () => {
    const many = Array.from({ length: 350 }, (_, place) => ({ callerName: `Ana ${place}`, ...done(place) }));
    const list = await aLongList(many);
    list.longList.setSearch('ana');
    await vi.waitFor(() => expect(list.longList.closedTotal.value).toEqual({ count: 300, more: true }));
    await vi.waitFor(() => expect(list.closed().slice(0, 2)).toEqual(['Ana 0', 'Ana 1']));
  });
});

test('shows mine, nobody’s or everybody’s, closed ones too', async () => {
  const list = await aLongList(mixed);
  list.callbacks.filterOwner('mine');
  await shows(list, ['Ana'], ['Anatol']);
  list.callbacks.filterOwner('no owner');
  await shows(list, ['Bob'], ['Cleo']);
  list.longList.setSearch('bob');
  await shows(list, ['Bob'], []);
  list.longList.reveal(idAt(1));
  await shows(list, ['Ana', 'Bob'], ['Cleo', 'Joana', 'Anatol']);
});

test('nothing is mine while no name is set', async () => {
  const list = await aLongList(mixed);
  list.changeSettings({ yourName: '' });
  list.callbacks.filterOwner('mine');
  await shows(list, [], []);
});

test('reads closed ones where they are looked at, however far down', async () => {
  const many = Array.from({ length: 500 }, (_, place) => ({ callerName: `${place}`, ...done(place) }));
  const list = await aLongList(many);
  await vi.waitFor(() => expect(list.longList.closedCount.value).toBe(500));
  expect(list.longList.closedAt(460)).toBeNull();
  list.longList.showClosed(455, 470);
  await vi.waitFor(() => expect(list.longList.closedAt(460)?.callerName).toBe('460'));
  await list.callbacks.edit(idAt(461), { callerName: 'renamed' });
  await vi.waitFor(() => expect(list.longList.closedAt(460)?.callerName).toBe('renamed'));
});

test('stopped, as on locking, it holds no texts of closed entries any more and reads none', async () => {
  const pages = vi.fn(async function* () {
    yield [aCallback({ callerName: 'Anatol', ...done(1) })];
  });
  const callbacks = { closedPages: pages, byIds: async () => [], onChange: () => () => {} };
  const pause = async () => {};
  const named = signal(<T>(entry: T) => entry);
  const search = createClosedSearch({ callbacks, named, pause, after: () => () => {}, now: () => 0 });
  const ask = async () => {
    search.look([['anatol']]);
    await vi.waitFor(() => expect(search.looking.value).toBe(false));
  };
  await ask();
  await ask();
  expect(pages).toHaveBeenCalledOnce();
  search.stop();
  expect(pages).toHaveBeenCalledOnce();
  // What is asked now can only come from what is read now.
  await ask();
  expect(pages).toHaveBeenCalledTimes(2);
});

describe('in a team', () => {
  const [me, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
  const [mine, theirs] = [
    { id: me, name: 'Kim' },
    { id: other, name: 'Kim' },
  ];
  const late = { promise: promise(wednesday - hour) };
  async function aTeamsList() {
    const list = aList({ settings: { memberId: me } });
    await list.callbacks.add([
      aCallback({ id: idAt(1), callerName: 'Mine', owner: mine, ...late }),
      aCallback({ id: idAt(2), callerName: 'Theirs', owner: theirs, ...late }),
      aCallback({ id: idAt(3), callerName: 'Nobody’s', owner: null, ...late }),
      aCallback({ id: idAt(4), callerName: 'Theirs for later', owner: theirs }),
      aCallback({
        id: idAt(5),
        callerName: 'Theirs soon',
        owner: theirs,
        promise: promise(wednesday + hour),
      }),
    ]);
    await list.callbacks.loaded;
    const { longList } = list;
    const open = () => longList.open.value.map(({ callback }) => callback.callerName);
    await vi.waitFor(() => expect(open()).not.toEqual([]));
    return { ...list, open };
  }

  test('what colleagues are late with is left out and counted, whatever they still have time for is there', async () => {
    const { longList, open, time } = await aTeamsList();
    expect(open()).toEqual(['Mine', 'Nobody’s', 'Theirs soon', 'Theirs for later']);
    expect(longList.open.value.map(({ groupSize }) => groupSize)).toEqual([2, null, 1, 1]);
    expect(longList.lateWithColleagues.value).toBe(1);
    // What the agent has in hand does not vanish under their fingers.
    longList.hold(idAt(5), true);
    time.pass(2 * hour);
    expect(open()).toContain('Theirs soon');
    longList.hold(idAt(5), false);
    expect(open()).not.toContain('Theirs soon');
    expect(longList.lateWithColleagues.value).toBe(2);
  });

  test('it is found where it is searched for, and shown where it is asked for', async () => {
    const { longList, open } = await aTeamsList();
    longList.setSearch('theirs');
    expect(open()).toEqual(['Theirs', 'Theirs soon', 'Theirs for later']);
    longList.setSearch('');
    longList.reveal(idAt(2));
    expect(open()).toContain('Theirs');
    expect(longList.lateWithColleagues.value).toBe(0);
  });
});
