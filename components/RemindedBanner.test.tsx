// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../lib/domain/callback.ts';
import { aCallback, idAt, promise, wednesday } from '../tests/support/unit/entries.ts';
import { all, click, get, nameOf, show } from '../tests/support/unit/screen.ts';
import { panelServices } from '../tests/support/unit/services.ts';
import { Panel } from './Panel.tsx';

const minute = 60_000;
const at = (minutes: number) => promise(wednesday + minutes * minute);

async function aPanel(entries: Partial<Callback>[]) {
  const services = await panelServices();
  await services.callbacks.add(
    entries.map((changes, place) => aCallback({ id: idAt(50 + place), ...changes })),
  );
  await services.callbacks.loaded;
  show(<Panel services={services} shownId={null} />);
  await vi.waitFor(() => expect(services.callbacks.open.value).toHaveLength(entries.length));
  return services;
}
const banner = () => document.querySelector<HTMLElement>('section[aria-label=Reminders]');
const words = () => nameOf(banner()?.querySelector('button') as Element);
const said = () => document.querySelector('[aria-live=polite]')?.textContent;

describe('what the agent is reminded of', () => {
  test('stands at the top with the count, the first caller and when, and leads there', async () => {
    const panel = await aPanel([
      { callerName: 'Ana', promise: at(5) },
      { callerName: 'Bo', promise: at(-30) },
      { callerName: 'Later', promise: at(60) },
    ]);
    await vi.waitFor(() => expect(banner()).not.toBeNull());
    expect(words()).toMatch(/^2 reminders ?Bo ?30 min late$/);
    click(banner()?.querySelector('button') as HTMLElement);
    expect(panel.showEntry).toHaveBeenCalledWith(idAt(51));
  });

  test('is nothing where nothing is due', async () => {
    await aPanel([{ callerName: 'Later', promise: at(60) }]);
    expect(banner()).toBeNull();
  });

  test('comes when the lead begins, and goes with what is done', async () => {
    const panel = await aPanel([{ callerName: 'Ana', promise: at(30) }]);
    expect(banner()).toBeNull();
    act(() => panel.time.pass(20 * minute));
    await vi.waitFor(() => expect(words()).toMatch(/^1 reminder ?Ana ?in 10 min$/));
    await act(async () => {
      await panel.callbacks.edit(idAt(50), { status: 'left message' });
    });
    await vi.waitFor(() => expect(banner()).toBeNull());
  });

  test('waits for a snooze', async () => {
    const panel = await aPanel([{ callerName: 'Ana', promise: at(5) }]);
    await vi.waitFor(() => expect(banner()).not.toBeNull());
    await panel.repositories.reminders.snooze(idAt(50), wednesday + 3 * minute);
    await vi.waitFor(() => expect(banner()).toBeNull());
    act(() => panel.time.pass(3 * minute));
    await vi.waitFor(() => expect(banner()).not.toBeNull());
  });

  test('says who joins, once, and nothing of minutes that pass', async () => {
    const panel = await aPanel([
      { callerName: 'Ana', promise: at(5) },
      { callerName: 'Bo', promise: at(12) },
    ]);
    await vi.waitFor(() => expect(banner()).not.toBeNull());
    // What stood there at first is read with the panel.
    expect(said()).toBe('');
    act(() => panel.time.pass(2 * minute));
    await vi.waitFor(() => expect(said()).toBe('Reminder: Bo'));
    act(() => panel.time.pass(minute));
    await act(async () => {
      await panel.callbacks.edit(idAt(51), { status: 'left message' });
    });
    await vi.waitFor(() => expect(words()).toMatch(/^1 reminder ?Ana/));
    expect(said()).toBe('Reminder: Bo');
  });

  test('stands beside Next call, too', async () => {
    const panel = await aPanel([{ callerName: 'Ana', promise: at(-5) }]);
    act(() => panel.showNextCall(true));
    expect(get('button', /^1 reminder/)).not.toBeNull();
  });

  test('says where notifications are blocked, and leads to what to do', async () => {
    const panel = await aPanel([{ callerName: 'Ana', promise: at(-5) }]);
    await vi.waitFor(() => expect(banner()).not.toBeNull());
    expect(all('button', 'What to do')).toEqual([]);
    act(() => panel.allowNotifications(false));
    await vi.waitFor(() => expect(banner()?.textContent).toContain('Notifications are blocked'));
    click(get('button', 'What to do'));
    expect(panel.openOptions).toHaveBeenCalled();
  });
});
