// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { someOptions } from '../../tests/support/unit/options.ts';
import { somePrivacy } from '../../tests/support/unit/privacy.ts';
import {
  all,
  choose,
  click,
  described,
  field,
  get,
  says,
  show,
  type,
} from '../../tests/support/unit/screen.ts';
import { PrivacyOptions } from './PrivacyOptions.tsx';

async function theSection() {
  const [options, privacy] = [await someOptions([]), somePrivacy()];
  await privacy.repositories.callbacks.add([
    aCallback({ id: idAt(1), callerName: 'Dana Lee' }),
    aCallback({ id: idAt(2), callerName: 'Theo Park', phone: null, notes: 'ask Dana Lee' }),
  ]);
  show(<PrivacyOptions store={options.store} privacy={privacy.store} />);
  return { ...options, ...privacy };
}

describe('how long who and why are kept', () => {
  test('is 90 days, and changed in days', async () => {
    const { settings } = await theSection();
    const days = get<HTMLInputElement>('spinbutton', 'Keep who and why of closed callbacks for');
    expect(days.value).toBe('90');
    choose(days, '30');
    await vi.waitFor(() => expect(settings.value.retentionDays).toBe(30));
    choose(days, '-1');
    await vi.waitFor(() => expect(described(days)).toContain('Write whole days'));
    expect(settings.value.retentionDays).toBe(30);
  });

  test('and what comes then is chosen', async () => {
    const { settings } = await theSection();
    choose(get('combobox', 'After that'), 'delete');
    await vi.waitFor(() => expect(settings.value.retentionAction).toBe('delete'));
  });
});

describe('forgetting a caller', () => {
  test('shows what will go, and goes only by a press of its own', async () => {
    const { repositories } = await theSection();
    type(field('Name or number to forget'), 'dana lee');
    click(get('button', 'Find traces'));
    await vi.waitFor(() => expect(says()).toContain('Found 2 traces'));
    expect(all('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Dana Lee, +14155550132 · needs call'),
      expect.stringContaining('Named in the callback of Theo Park'),
    ]);
    expect(await repositories.callbacks.countOpen()).toBe(2);
    click(get('button', 'Forget these 2 traces'));
    await vi.waitFor(() => expect(says()).toContain('Forgot 2 traces'));
    expect((await repositories.callbacks.open()).map(({ notes }) => notes)).toEqual(['ask …']);
  });

  test('can be undone, and says so', async () => {
    const { repositories } = await theSection();
    type(field('Name or number to forget'), 'dana lee');
    click(get('button', 'Find traces'));
    await vi.waitFor(() => get('button', 'Forget these 2 traces'));
    click(get('button', 'Forget these 2 traces'));
    await vi.waitFor(() => get('button', 'Undo forgetting'));
    click(get('button', 'Undo forgetting'));
    await vi.waitFor(() => expect(says()).toBe('Everything is back.'));
    expect(await repositories.callbacks.countOpen()).toBe(2);
  });

  test('says what it cannot reach, and when there is nothing', async () => {
    await theSection();
    expect(described(field('Name or number to forget'))).toContain('out of Ringback’s reach');
    type(field('Name or number to forget'), 'Zed');
    click(get('button', 'Find traces'));
    await vi.waitFor(() => expect(says()).toBe('Nothing here is about “Zed”.'));
  });
});
