// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { aCallback, idAt, promise, wall, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import { all, click, get, press, show, type } from '../../tests/support/unit/screen.ts';
import { listServices } from '../../tests/support/unit/services.ts';
import { ListContext } from '../app-context.ts';
import { CallbackList } from './CallbackList.tsx';

const minute = 60_000;
const attempt = {
  id: idAt(90),
  at: wednesday,
  by: null,
  outcome: 'no answer',
  number: null,
  note: '',
  loggedAt: null,
} as const;

async function anItem(changes: Partial<Callback>) {
  const list = listServices(aList());
  await list.callbacks.add([aCallback({ id: idAt(50), callerName: 'Ana', ...changes })]);
  await list.callbacks.loaded;
  show(
    <ListContext.Provider value={list}>
      <CallbackList list={list.longList} shownId={null} onNextCall={() => {}} />
    </ListContext.Provider>,
  );
  await vi.waitFor(() => expect(document.querySelector('.entry')).not.toBeNull());
  const stored = () => list.repositories.callbacks.get(idAt(50));
  return { ...list, stored };
}

describe('an entry that waits on an internal answer', () => {
  const waiting = {
    status: 'waiting on internal answer',
    promise: promise(null, wednesday + 30 * minute),
  } as const;

  test('is left alone while there is time', async () => {
    await anItem(waiting);
    expect(document.body.textContent).not.toContain('Call anyway');
  });

  test('from its reminder on asks for a new time, one click away, and keeps the old one', async () => {
    const { time, stored } = await anItem(waiting);
    time.pass(20 * minute);
    await vi.waitFor(() => expect(document.body.textContent).toContain('Call anyway'));
    await vi.waitFor(() => get('button', 'tomorrow morning'));
    click(get('button', 'tomorrow morning'));
    await vi.waitFor(async () =>
      expect((await stored())?.history.at(-1)).toMatchObject({ what: 're-promised', from: 'as said' }),
    );
  });
});

describe('calling from an entry', () => {
  test('adds nothing to the list but what belongs to the entry', async () => {
    await anItem({ status: 'called once', attempts: [attempt] });
    click(get('button', 'Ana'));
    await vi.waitFor(() => get('button', 'Copy note'));
    expect(all('listitem', undefined, get('list', 'Callbacks'))).toHaveLength(1);
  });

  test('copying the number is a call begun', async () => {
    const { stored, copyText } = await anItem({});
    click(get('button', 'Copy number: Ana'));
    await vi.waitFor(async () => expect((await stored())?.attempts).toHaveLength(1));
    expect(copyText).toHaveBeenCalledWith('+14155550132');
  });

  test('a wrong number is asked for at once', async () => {
    const { stored } = await anItem({});
    click(get('button', 'I called: Ana'));
    await vi.waitFor(() => get('button', 'wrong number'));
    click(get('button', 'wrong number'));
    await vi.waitFor(() => expect(all('textbox', 'Phone number: Ana')).toHaveLength(1));
    expect((await stored())?.phone).toBeNull();
  });
});

describe('a time typed faster than its reader loads', () => {
  test('is kept with Enter all the same', async () => {
    const screen = await anItem({});
    const { loadReaders } = screen;
    let arrive = () => {};
    const loading = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    screen.loadReaders = async () => {
      await loading;
      return loadReaders();
    };
    click(get('button', 'Ana'));
    await vi.waitFor(() => get('textbox', 'Promised time: Ana'));
    type(get('textbox', 'Promised time: Ana'), 'tomorrow 10 am');
    press(get('textbox', 'Promised time: Ana'), 'Enter');
    arrive();
    await vi.waitFor(async () => expect((await screen.stored())?.promise?.words).toBe('tomorrow 10 am'));
  });

  test('means what stands in the field, not what stood there a key before', async () => {
    const { stored } = await anItem({});
    click(get('button', 'Ana'));
    await vi.waitFor(() => get('textbox', 'Promised time: Ana'));
    const time = get('textbox', 'Promised time: Ana');
    type(time, 'tomorrow 10');
    await vi.waitFor(() => expect(time.parentElement?.textContent).toContain('tomorrow, 10:00'));
    type(time, 'tomorrow 10:30');
    press(time, 'Enter');
    await vi.waitFor(async () => expect((await stored())?.promise?.words).toBe('tomorrow 10:30'));
    expect(wall((await stored())?.promise?.until ?? null)).toBe('2026-03-12 10:30');
  });
});
