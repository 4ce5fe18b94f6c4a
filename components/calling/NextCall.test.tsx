// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { aList, type PanelSetup } from '../../tests/support/unit/panel.ts';
import { all, click, field, get, press, show, type } from '../../tests/support/unit/screen.ts';
import { listServices } from '../../tests/support/unit/services.ts';
import { ListContext } from '../app-context.ts';
import { NextCall } from './NextCall.tsx';

const hour = 3_600_000;
const inHours = (hours: number) => promise(null, wednesday + hours * hour);

async function aMode(entries: Partial<Callback>[], setup?: PanelSetup) {
  const list = listServices(aList(setup));
  await list.callbacks.add(entries.map((changes, place) => aCallback({ id: idAt(50 + place), ...changes })));
  await list.callbacks.loaded;
  const onLeave = vi.fn();
  show(
    <ListContext.Provider value={list}>
      <NextCall onLeave={onLeave} />
    </ListContext.Provider>,
  );
  await vi.waitFor(() => expect(list.callbacks.open.value).toHaveLength(entries.length));
  const stored = (place = 0) => list.repositories.callbacks.get(idAt(50 + place));
  return { ...list, onLeave, stored };
}

const mode = () => document.querySelector<HTMLElement>('.next-call') as HTMLElement;
const who = () => all('heading', undefined, mode())[0]?.textContent;
const places = () => mode().querySelector('.muted.small')?.textContent;
/** Where a real key would land. */
const key = (name: string) => press(document.activeElement as HTMLElement, name);
const asked = () => all('button', 'no answer').length > 0;

describe('one call after the other', () => {
  test('every key press counts, however fast they come', async () => {
    await aMode([
      { callerName: 'first', promise: inHours(1) },
      { callerName: 'second', promise: inHours(2) },
      { callerName: 'third', promise: inHours(3) },
    ]);
    expect(who()).toBe('first');
    mode().dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await Promise.resolve();
    mode().dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await vi.waitFor(() => expect(who()).toBe('third'));
  });

  test('who is being called stays, whatever becomes more urgent meanwhile', async () => {
    const { callbacks } = await aMode([{ callerName: 'called', promise: inHours(2) }]);
    await callbacks.add([aCallback({ id: idAt(70), callerName: 'late', promise: inHours(-1) })]);
    await vi.waitFor(() => expect(callbacks.open.value[0]?.callerName).toBe('late'));
    expect(who()).toBe('called');
    key('n');
    expect(who()).toBe('late');
  });

  test('in a team neither a colleague’s are called nor whom a colleague has on the phone', async () => {
    const [me, alex] = [crypto.randomUUID(), { id: crypto.randomUUID(), name: 'Alex' }];
    const list = await aMode(
      [
        { callerName: 'Alex’s', promise: inHours(1), owner: alex },
        { callerName: 'on the phone', promise: inHours(2), owner: null },
        { callerName: 'mine', promise: inHours(3), owner: { id: me, name: 'Sam Agent' } },
        { callerName: 'nobody’s', promise: inHours(4), owner: null },
      ],
      { settings: { memberId: me } },
    );
    expect(who()).toBe('on the phone');
    key('n');
    expect(who()).toBe('mine');
    act(() => {
      list.team.value = { isSaved: () => true, callerOf: (id) => (id === idAt(53) ? 'Alex' : null) };
    });
    key('n');
    expect(all('heading', 'nobody’s')).toHaveLength(0);
  });

  test('counts the calls that are left, not those that are done', async () => {
    const { stored } = await aMode([
      { callerName: 'first', promise: inHours(1) },
      { callerName: 'second', promise: inHours(2) },
      { callerName: 'third', promise: inHours(3) },
    ]);
    expect(places()).toBe('1 of 3');
    key('1');
    await vi.waitFor(async () => expect((await stored())?.status).toBe('completed'));
    await vi.waitFor(() => expect(asked()).toBe(false));
    key('n');
    await vi.waitFor(() => expect(places()).toBe('1 of 2'));
    key('n');
    expect(places()).toBe('2 of 2');
  });

  test('begins again once everybody was skipped, and does not say that nobody waits', async () => {
    await aMode([{ callerName: 'only', promise: inHours(1) }]);
    key('n');
    expect(mode().textContent).not.toContain('Nobody is waiting');
    click(get('button', 'From the top'));
    expect(who()).toBe('only');
  });

  test('shows whose calls the list shows', async () => {
    const { callbacks } = await aMode([
      { callerName: 'hers', owner: { id: 'priya', name: 'Priya' }, promise: inHours(1) },
      { callerName: 'mine', promise: inHours(2) },
    ]);
    callbacks.filterOwner('mine');
    await vi.waitFor(() => expect(who()).toBe('mine'));
    expect(places()).toBe('1 of 1');
  });

  test('keeps the keys after a click with the mouse', async () => {
    await aMode([{ callerName: 'first' }, { callerName: 'second' }]);
    click(get('button', 'no answer'));
    await vi.waitFor(() => expect(asked()).toBe(false));
    await vi.waitFor(() => expect(mode().contains(document.activeElement)).toBe(true));
    key('n');
    expect(who()).toBe('second');
  });

  test('says nothing of next steps where the outcome could not be stored', async () => {
    const { status } = await aMode([{ callerName: 'first' }]);
    const empty = fillDisk('callbacks', 'put');
    key('4');
    await vi.waitFor(() => expect(status.text.value).toMatch(/^Not changed/));
    key('b');
    await vi.waitFor(() => expect(asked()).toBe(true));
    expect(all('button', 'Copy note')).toEqual([]);
    empty();
  });

  test('asks again how it went once the outcome was taken back', async () => {
    const { undo, stored } = await aMode([{ callerName: 'first' }]);
    key('4');
    await vi.waitFor(() => expect(asked()).toBe(false));
    await undo.undo();
    await vi.waitFor(() => expect(asked()).toBe(true));
    expect((await stored())?.attempts).toEqual([]);
  });

  test('Escape leaves a question first, and the mode after that', async () => {
    const { onLeave } = await aMode([{ callerName: 'first' }]);
    key('2');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('An internal answer is needed'));
    key('Escape');
    await vi.waitFor(() => expect(asked()).toBe(true));
    expect(onLeave).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(mode().contains(document.activeElement)).toBe(true));
    key('Escape');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  test('a key typed into a text field is text', async () => {
    await aMode([{ callerName: 'first', status: 'waiting on internal answer' }, { callerName: 'second' }]);
    const time = field(/^New promised time/);
    type(time, 'n');
    press(time, 'n');
    expect(who()).toBe('first');
  });

  test('they called back while being called is that attempt, and leaves none open', async () => {
    const { stored } = await aMode([{ callerName: 'first' }]);
    click(get('button', 'I called'));
    await vi.waitFor(async () => expect((await stored())?.attempts).toHaveLength(1));
    await vi.waitFor(() => expect(mode().textContent).toContain('Calling since'));
    key('b');
    await vi.waitFor(async () => expect((await stored())?.status).toBe('completed'));
    expect((await stored())?.attempts.map(({ outcome }) => outcome)).toEqual(['they called back']);
  });
});
