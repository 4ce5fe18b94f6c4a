// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { LockProblem, LockStore } from '../../lib/stores/lock-store.ts';
import { someOptions } from '../../tests/support/unit/options.ts';
import { all, choose, click, described, get, says, show } from '../../tests/support/unit/screen.ts';
import { LockOptions } from './LockOptions.tsx';

async function theSection(on: boolean) {
  const options = await someOptions([]);
  const problem = signal<LockProblem>(null);
  const lock = {
    on: signal<boolean | null>(on),
    problem,
    progress: signal<number | null>(null),
    news: signal<'turned on' | 'changed' | 'turned off' | null>(null),
    turnOn: vi.fn<LockStore['turnOn']>(async () => true),
    change: vi.fn<LockStore['change']>(async () => true),
    turnOff: vi.fn<LockStore['turnOff']>(async () => true),
    adopt: vi.fn(async () => async () => {}),
    lockNow: vi.fn(async () => {}),
    erase: vi.fn(async () => {}),
  };
  const root = show(<LockOptions store={options.store} lock={lock} />);
  const input = (id: string) => root.querySelector<HTMLInputElement>(`#${id}`) as HTMLInputElement;
  const submit = (name: string) =>
    act(async () => {
      all<HTMLButtonElement>('button', name)
        .findLast(({ type }) => type === 'submit')
        ?.form?.requestSubmit();
    });
  return { ...options, lock, problem, root, input, submit };
}

describe('without a passcode', () => {
  test('it says what one protects, and sets it', async () => {
    const { root, lock, input, submit } = await theSection(false);
    expect(root.textContent).toMatch(/history are encrypted.*stay readable/);
    for (const id of ['lock-new', 'lock-again']) {
      expect(input(id).type).toBe('password');
      input(id).value = 'correct horse';
    }
    await submit('Turn the passcode lock on');
    expect(lock.turnOn).toHaveBeenCalledWith('correct horse', 'correct horse');
    // No passcode is left standing in a page.
    expect(input('lock-new').value).toBe('');
  });

  test('what stands against it is said, and what was typed stays', async () => {
    const { lock, input, submit, problem } = await theSection(false);
    lock.turnOn.mockResolvedValue(false);
    input('lock-new').value = 'correct horse';
    await submit('Turn the passcode lock on');
    act(() => {
      problem.value = { why: 'different' };
    });
    expect(get('alert').textContent).toBe('The two new passcodes are not the same.');
    expect(input('lock-new').value).toBe('correct horse');
  });

  test('how far it is, and that it is done, is said', async () => {
    const { lock } = await theSection(false);
    act(() => {
      lock.progress.value = 0.42;
    });
    expect(says()).toBe('Rewriting what is stored: 42 %');
    act(() => {
      lock.progress.value = null;
      lock.news.value = 'turned on';
    });
    expect(says()).toMatch(/^The passcode lock is on/);
  });
});

describe('with a passcode', () => {
  test('it tells of what the browser may still keep, and the sure way', async () => {
    const { root } = await theSection(true);
    expect(root.textContent).toMatch(
      /export an encrypted backup, remove Ringback from the browser, add it again and import/,
    );
  });

  test('the minutes are set, whole and within bounds', async () => {
    const { settings } = await theSection(true);
    const minutes = get<HTMLInputElement>('spinbutton', 'Lock after');
    expect(minutes.value).toBe('15');
    choose(minutes, '5');
    await vi.waitFor(() => expect(settings.value.lockAfterMinutes).toBe(5));
    choose(minutes, '0');
    await vi.waitFor(() => expect(described(minutes)).toContain('1 to 720'));
  });

  test('it is locked by a press, changed, and turned off', async () => {
    const { lock, input, submit } = await theSection(true);
    click(get('button', 'Lock now'));
    expect(lock.lockNow).toHaveBeenCalledOnce();
    input('lock-current').value = 'correct horse';
    for (const id of ['lock-new', 'lock-again']) input(id).value = 'battery staple';
    await submit('Change the passcode');
    expect(lock.change).toHaveBeenCalledWith('correct horse', 'battery staple', 'battery staple');
    input('lock-off').value = 'battery staple';
    await submit('Turn the passcode lock off');
    expect(lock.turnOff).toHaveBeenCalledWith('battery staple');
  });
});
