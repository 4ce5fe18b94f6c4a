// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { aList, type PanelSetup } from '../../tests/support/unit/panel.ts';
import {
  all,
  choose,
  click,
  field,
  get,
  leave,
  nameOf,
  press,
  show,
  type,
} from '../../tests/support/unit/screen.ts';
import { listServices } from '../../tests/support/unit/services.ts';
import { ListContext } from '../app-context.ts';
import { CallbackList } from './CallbackList.tsx';

const hour = 3_600_000;

async function aScreen(entries: Partial<Callback>[], setup?: PanelSetup) {
  const list = listServices(aList(setup));
  await list.callbacks.add(entries.map((changes, place) => aCallback({ id: idAt(50 + place), ...changes })));
  await list.callbacks.loaded;
  show(
    <ListContext.Provider value={list}>
      <CallbackList list={list.longList} shownId={null} onNextCall={() => {}} />
    </ListContext.Provider>,
  );
  await vi.waitFor(() => expect(entriesShown()).toHaveLength(entries.length));
  return list;
}
const entriesShown = () => [...get('list', 'Callbacks').children] as HTMLElement[];
const entryOf = (name: string) => {
  const found = entriesShown().find((entry) => entry.querySelector('.entry-name')?.textContent === name);
  if (!found) throw new Error(`Nobody named ${name} is on the list.`);
  return found;
};
const names = () => entriesShown().map((entry) => entry.querySelector('.entry-name')?.textContent);
const headings = () => all('heading', undefined, get('list', 'Callbacks')).map(nameOf);
type Screen = Awaited<ReturnType<typeof aScreen>>;
const stored = (screen: Screen, id = idAt(50)) => screen.repositories.callbacks.get(id);

describe('the list', () => {
  test('stands in the one order, under its groups with their counts', async () => {
    await aScreen([
      { callerName: 'closed', status: 'completed', closedAt: wednesday },
      { callerName: 'no time' },
      { callerName: 'tomorrow', promise: promise(null, wednesday + 24 * hour) },
      { callerName: 'in an hour', promise: promise(null, wednesday + hour) },
      { callerName: 'late', promise: promise(null, wednesday - hour) },
      { callerName: 'missed', kind: 'missed call' },
    ]);
    expect(names()).toEqual(['late', 'missed', 'in an hour', 'tomorrow', 'no time', 'closed']);
    expect(headings()).toEqual([
      'Overdue · 1',
      'Today · 2',
      'Later · 1',
      'No time promised · 1',
      'Closed · 1',
    ]);
  });

  test('moves an entry from one group to the next as time passes', async () => {
    const screen = await aScreen([{ promise: promise(null, wednesday + hour) }]);
    expect(headings()).toEqual(['Today · 1']);
    screen.time.pass(hour);
    await vi.waitFor(() => expect(headings()).toEqual(['Overdue · 1']));
  });

  test('says what is known and what is missing', async () => {
    await aScreen([
      { callerName: 'whole', promise: promise(null, wednesday + hour), reason: 'boiler' },
      { callerName: 'bare', phone: null, owner: null, reason: 'Missed call', reasonConfirmed: false },
      { callerName: '', phone: phone() },
    ]);
    const text = (name: string) => entryOf(name).textContent ?? '';
    for (const words of ['in 1 h', '+14155550132', 'Sam Agent', 'boiler', 'needs call']) {
      expect(text('whole')).toContain(words);
    }
    for (const words of ['no time promised', 'no number', 'no owner', 'not confirmed']) {
      expect(text('bare')).toContain(words);
    }
    expect(text('+14155550132')).not.toContain('Unknown');
    // Once, in the name's place; what dials it says so.
    expect(text('+14155550132').split('+14155550132')).toHaveLength(2);
    expect(get('link', 'Call +14155550132', entryOf('+14155550132')).textContent).toBe('Call');
  });

  test('markup and bidirectional marks in what a page gave are text', async () => {
    const hostile = '<img src=x onerror="window.broken=1"><b>Ana</b>';
    await aScreen([
      {
        callerName: hostile,
        reason: '<script>window.broken=1</script>',
        reference: '<i>1</i>',
        owner: { id: 'x', name: '<u>Sam</u>' },
      },
    ]);
    expect(names()).toEqual([hostile]);
    expect(document.querySelectorAll('img, script, b, i, u')).toHaveLength(0);
    expect(entryOf(hostile).textContent).toContain('<script>window.broken=1</script>');
  });

  test('dials with what is set, and never anything but an address to dial', async () => {
    await aScreen(
      [
        { callerName: 'tel', phone: phone('+14155550132', { extension: '9' }) },
        { callerName: 'odd', phone: phone(null, { asShown: 'javascript:alert(12)' }) },
        { callerName: 'none', phone: phone(null, { asShown: 'unknown' }) },
      ],
      { settings: { dialWith: 'callto' } },
    );
    const address = (name: string) =>
      all<HTMLAnchorElement>('link', undefined, entryOf(name))[0]?.getAttribute('href');
    expect([address('tel'), address('odd'), address('none')]).toEqual([
      'callto:+14155550132',
      'callto:12',
      undefined,
    ]);
  });

  test('has a line for nobody at all, and for nobody that fits', async () => {
    await aScreen([]);
    expect(document.body.textContent).toContain('Nobody is waiting for a call.');
  });

  test('narrows while one types, and Escape shows all again', async () => {
    await aScreen([{ callerName: 'Ana' }, { callerName: 'Bob' }]);
    const search = get('searchbox', 'Search callbacks');
    type(search, 'bo');
    expect(names()).toEqual(['Bob']);
    type(search, 'zz');
    expect(document.body.textContent).toContain('No callback fits “zz”.');
    press(search, 'Escape');
    expect(names()).toEqual(['Ana', 'Bob']);
  });

  test('shows the closed ones the latest first, and counts them', async () => {
    const closed = Array.from({ length: 35 }, (_, place) => ({
      callerName: `closed ${place}`,
      status: 'completed' as const,
      closedAt: wednesday - place,
    }));
    await aScreen(closed);
    await vi.waitFor(() => expect(names()).toEqual(closed.map(({ callerName }) => callerName)));
    expect(headings()).toEqual(['Closed · 35']);
  });

  test.each([
    ['is the browser’s in a list that is drawn whole', 50, false],
    ['is the list’s own in a longer one, also where few of it are asked for', 51, true],
  ])('the find key %s', async (_, count, isOwn) => {
    const list = listServices(aList());
    await list.callbacks.add(
      Array.from({ length: count }, (_, at) =>
        aCallback({ id: idAt(50 + at), ...(at < 3 ? { owner: null } : {}) }),
      ),
    );
    show(
      <ListContext.Provider value={list}>
        <CallbackList list={list.longList} shownId={null} onNextCall={() => {}} />
      </ListContext.Provider>,
    );
    await vi.waitFor(() => expect(list.longList.open.value).toHaveLength(count));
    await act(() => list.callbacks.filterOwner('no owner'));
    await vi.waitFor(() => expect(entriesShown()).toHaveLength(3));
    const find = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, cancelable: true });
    document.dispatchEvent(find);
    expect(find.defaultPrevented).toBe(isOwn);
  });

  test('says plainly that it cannot be read', async () => {
    const list = aList();
    const broken = listServices({
      ...list,
      callbacks: { ...list.callbacks, state: { value: 'failed' } as never },
    });
    show(
      <ListContext.Provider value={broken}>
        <CallbackList list={list.longList} shownId={null} onNextCall={() => {}} />
      </ListContext.Provider>,
    );
    expect(get('alert').textContent).toContain('The list cannot be read');
  });
});

describe('the six words', () => {
  const words = [
    'needs call',
    'waiting on internal answer',
    'called once',
    'left message',
    'completed',
    'no longer needed',
  ];
  const buttons = (name = 'Ana Villaseñor') =>
    all('button', undefined, get('group', `Status of ${name}`, entryOf(name)));

  test('are one click each, the one that holds is pressed', async () => {
    await aScreen([{ status: 'left message' }]);
    expect(buttons().map(nameOf)).toEqual(words);
    expect(buttons().map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'false',
      'false',
      'false',
      'true',
      'false',
      'false',
    ]);
  });

  test.each(words.slice(1))('%s is stored, said and can be taken back', async (word) => {
    const screen = await aScreen([{}]);
    click(get('button', word, entryOf('Ana Villaseñor')));
    await vi.waitFor(() => expect(screen.status.text.value).toBe(`Ana Villaseñor: ${word}`));
    expect(await stored(screen)).toMatchObject({ status: word });
    await screen.undo.undo();
    expect(await stored(screen)).toMatchObject({ status: 'needs call', closedAt: null });
    expect(screen.status.text.value).toBe('Taken back');
  });

  test('the one that holds already changes nothing', async () => {
    const screen = await aScreen([{}]);
    click(get('button', 'needs call', entryOf('Ana Villaseñor')));
    await vi.waitFor(async () => expect(await stored(screen)).toMatchObject({ history: [] }));
    expect(screen.status.text.value).toBe('');
  });

  test('that storage refuses are said to be refused', async () => {
    const screen = await aScreen([{}]);
    const emptyDisk = fillDisk('callbacks', 'put');
    click(get('button', 'completed', entryOf('Ana Villaseñor')));
    await vi.waitFor(() => expect(screen.status.text.value).toMatch(/^Not changed: /));
    emptyDisk();
    expect(screen.undo.offer.value).toBeNull();
  });
});

test('an entry is deleted at once, with undo that brings all of it back', async () => {
  const screen = await aScreen([{ notes: 'gate code' }]);
  const before = await stored(screen);
  click(get('button', 'More: Ana Villaseñor'));
  click(await vi.waitFor(() => get('menuitem', 'Delete')));
  await vi.waitFor(() => expect(entriesShown()).toEqual([]));
  expect(screen.undo.offer.value?.text).toBe('Deleted Ana Villaseñor');
  await screen.undo.undo();
  expect(await stored(screen)).toEqual(before);
});

describe('editing in place', () => {
  async function anEditor(changes: Partial<Callback> = {}) {
    const screen = await aScreen([changes]);
    click(get('button', /^(Ana Villaseñor|\+\d+)$/));
    return screen;
  }

  test.each<[string, string, Partial<Callback>]>([
    ['Caller name: Ana Villaseñor', 'Bo', { callerName: 'Bo' }],
    ['Reason: Ana Villaseñor', 'boiler', { reason: 'boiler', reasonConfirmed: true }],
    ['Account or ticket: Ana Villaseñor', 'INV-9', { reference: 'INV-9' }],
    ['Owner: Ana Villaseñor', 'Zoë', { owner: { id: 'zoë', name: 'Zoë' } }],
    ['Owner: Ana Villaseñor', ' ', { owner: null }],
    ['Notes: Ana Villaseñor', 'gate code', { notes: 'gate code' }],
  ])('%s is kept when it is left', async (name, text, kept) => {
    const screen = await anEditor();
    type(field(name), text);
    leave(field(name));
    await vi.waitFor(async () => expect(await stored(screen)).toMatchObject(kept));
  });

  test('Escape puts a text back, Enter keeps it, composing does neither', async () => {
    const screen = await anEditor();
    const name = () => field('Caller name: Ana Villaseñor');
    type(name(), 'Bo');
    expect(press(name(), 'Enter', { isComposing: true })).toBe(false);
    press(name(), 'Escape');
    expect(name().value).toBe('Ana Villaseñor');
    type(name(), 'Cy');
    expect(press(name(), 'Enter')).toBe(true);
    await vi.waitFor(async () => expect(await stored(screen)).toMatchObject({ callerName: 'Cy' }));
  });

  test('a number is read by the same rules; one without digits is refused where it stands', async () => {
    const screen = await anEditor();
    const number = () => field('Phone number: Ana Villaseñor');
    type(number(), '(415) 555-0199');
    press(number(), 'Enter');
    await vi.waitFor(async () =>
      expect(await stored(screen)).toMatchObject({ phone: { e164: '+14155550199' } }),
    );
    type(number(), 'unknown');
    leave(number());
    await vi.waitFor(() =>
      expect(entryOf('Ana Villaseñor').textContent).toContain('There are no digits in this number.'),
    );
    expect(await stored(screen)).toMatchObject({ phone: { e164: '+14155550199' } });
  });

  test('the last of name and number cannot be taken away', async () => {
    const screen = await anEditor({ callerName: '' });
    const number = () => field(/^Phone number: /);
    type(number(), '');
    leave(number());
    await vi.waitFor(() => expect(document.body.textContent).toContain('Type a name or a number'));
    expect(await stored(screen)).toMatchObject({ phone: { e164: '+14155550132' } });
  });

  test('the kind is kept as chosen', async () => {
    const screen = await anEditor();
    choose(get('combobox', 'Kind: Ana Villaseñor'), 'missed call');
    await vi.waitFor(async () => expect(await stored(screen)).toMatchObject({ kind: 'missed call' }));
  });
});
