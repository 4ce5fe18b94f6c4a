// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { anonymise } from '../../lib/domain/retention.ts';
import { defaultSettings } from '../../lib/domain/settings.ts';
import { createInsightsStore } from '../../lib/stores/insights-store.ts';
import { aCallback, at, dayRules, idAt } from '../../tests/support/unit/entries.ts';
import { all, choose, click, described, get, press, show } from '../../tests/support/unit/screen.ts';
import type { ChartModel, DrawChart } from './chart-model.ts';
import { InsightsPage } from './InsightsPage.tsx';

/** Friday of the week of 9 March 2026. */
const now = at('2026-03-13T17:00');

function promisedBefore4(day: string, calledAt: string | null, more: Partial<Callback> = {}): Callback {
  const created = at(`${day}T10:00`);
  const called = calledAt === null ? null : at(`${day}T${calledAt}`);
  return aCallback({
    createdAt: created,
    happenedAt: created,
    promise: { from: null, until: at(`${day}T16:00`), zone: 'Europe/Berlin', words: 'before 4' },
    status: called === null ? 'needs call' : 'completed',
    closedAt: called,
    attempts:
      called === null
        ? []
        : [
            {
              id: idAt(9),
              at: called,
              by: null,
              outcome: 'reached, done',
              number: null,
              note: '',
              loggedAt: null,
            },
          ],
    ...more,
  });
}

const entries = [
  promisedBefore4('2026-03-10', '15:00', { owner: { id: 'zoe', name: 'Zoe' } }),
  promisedBefore4('2026-03-11', '15:30', { owner: { id: 'ana', name: 'Ana' } }),
  promisedBefore4('2026-03-12', '16:25', { kind: 'post-job follow-up' }),
  promisedBefore4('2026-03-03', null),
];

async function page(
  stored: readonly Callback[],
  changes: { insightsByOwner?: boolean; fails?: boolean } = {},
) {
  const saved: { name: string; text: Promise<string> }[] = [];
  const drawn: ChartModel[] = [];
  const asked: number[] = [];
  const store = createInsightsStore({
    entriesSince: async function* (start) {
      asked.push(start);
      if (changes.fails) throw new Error('no storage');
      yield stored;
    },
    settings: signal({ ...defaultSettings('DE'), ...changes }),
    rules: signal(dayRules()),
    now: () => now,
    loadCsv: async () => (await import('../../lib/backup/guarded-csv.ts')).guardedCsv,
    saveFile: (name, file) => saved.push({ name, text: file.text() }),
  });
  const draw: DrawChart = (_place, model) => {
    drawn.push(model);
    return { show: (next) => drawn.push(next), destroy: () => {} };
  };
  const root = show(<InsightsPage store={store} loadDraw={async () => draw} />);
  await act(async () => {
    await store.load();
  });
  return { root, store, saved, drawn, asked };
}

const figure = (name: string) => get('heading', name).closest('section') as HTMLElement;
const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const table = (name: string) =>
  [...figure(name).querySelectorAll('tr')].map((row) => [...row.children].map((cell) => words(cell)));

describe('the page of figures', () => {
  test('says each figure and what it stands on', async () => {
    await page(entries);
    expect(words(figure('Promises kept'))).toMatch(/50% 2 of 4/);
    expect(words(figure('How late'))).toMatch(/25 min 90th percentile 25 min · never called: 1/);
    expect(words(figure('Missed calls answered within 5 min'))).toMatch(/nothing yet/);
    expect(words(figure('Calls to reach'))).toMatch(/1\.0 callers reached: 3/);
  });

  test('has the same in a table for each chart, every week in it', async () => {
    const { store } = await page(entries);
    await act(() => store.chooseWeeks(4));
    expect(table('Promises kept')).toEqual([
      ['Week', 'Share', 'Kept', 'Promises'],
      ['Feb 16', '–', '0', '0'],
      ['Feb 23', '–', '0', '0'],
      ['Mar 2', '0%', '0', '1'],
      ['Mar 9', '67%', '2', '3'],
    ]);
  });

  test('draws what the table says', async () => {
    const { drawn } = await page(entries);
    const kept = drawn.find(({ series }) => series[0]?.name === 'Promises kept');
    expect(kept?.names.at(-1)).toBe('Mar 9');
    expect(kept?.series[0]?.values.slice(-2)).toEqual([0, 2 / 3]);
    const late = drawn.find(({ series }) => series.length === 2);
    expect(late?.series.map(({ values }) => values.at(-1))).toEqual([25, 25]);
  });

  test('says what a figure counts to whoever points at it, focuses it or reads it by ear', async () => {
    await page(entries);
    const sign = get('button', 'What is counted: Promises kept');
    const text = figure('Promises kept').querySelector('[role=tooltip]') as HTMLElement;
    expect(described(sign)).toMatch(/Times that callers were told/);
    expect(text.hidden).toBe(true);
    act(() => {
      sign.dispatchEvent(new FocusEvent('focus'));
    });
    expect(text.hidden).toBe(false);
    press(sign, 'Escape');
    expect(text.hidden).toBe(true);
    click(sign);
    expect(text.hidden).toBe(false);
    act(() => {
      sign.dispatchEvent(new FocusEvent('blur'));
    });
    expect(text.hidden).toBe(true);
  });

  test('breaks down by kind and by hour', async () => {
    await page(entries);
    click(get('button', 'Kind'));
    expect(get('button', 'Kind').getAttribute('aria-pressed')).toBe('true');
    expect(table('Promises kept').map(([name, share]) => [name, share])).toEqual([
      ['Kind', 'Share'],
      ['promised', '67%'],
      ['post-job follow-up', '0%'],
    ]);
    click(get('button', 'Hour'));
    expect(
      table('Promises kept')
        .slice(1)
        .map(([name, share]) => [name?.replace(/\s/g, ' '), share]),
    ).toEqual([
      ['3 PM', '–'],
      ['4 PM', '50%'],
    ]);
  });

  test('ranks nobody: owners only where the team wants them, and then by name', async () => {
    await page(entries);
    expect(all('button', 'Owner')).toEqual([]);
    document.body.replaceChildren();
    await page(entries, { insightsByOwner: true });
    click(get('button', 'Owner'));
    expect(table('Promises kept').map(([name]) => name)).toEqual(['Owner', 'Ana', 'Sam Agent', 'Zoe']);
  });

  test('says the same once the closed ones are anonymous', async () => {
    const before = (await page(entries)).root.textContent;
    document.body.replaceChildren();
    const after = (await page(entries.map((entry) => anonymise(entry, now)))).root.textContent;
    expect(after).toBe(before);
  });

  test('reads from the first Monday of the period that was chosen', async () => {
    const { asked } = await page(entries);
    await act(async () => choose(get('combobox', 'Period'), '4'));
    expect(asked).toEqual([at('2025-12-22T00:00'), at('2026-02-16T00:00')]);
  });

  test('with a single week of figures is whole', async () => {
    await page(entries.slice(0, 1));
    expect(words(figure('Promises kept'))).toMatch(/100% 1 of 1/);
    expect(words(figure('How late'))).toMatch(/nothing yet/);
  });

  test('without any figures says when there will be some', async () => {
    const { root } = await page([]);
    expect(words(root)).toContain('No figures yet.');
    expect(all('heading').map(({ textContent }) => textContent)).toEqual(['Insights']);
  });

  test('says so where the storage does not answer', async () => {
    await page(entries, { fails: true });
    expect(words(get('alert'))).toMatch(/cannot be worked out/);
  });
});

describe('a figure as CSV', () => {
  test('has plain numbers with their units, and its Mondays as dates', async () => {
    const { saved, store } = await page(entries);
    await act(() => store.chooseWeeks(4));
    await act(async () => click(get('button', 'Save as CSV: How late')));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('ringback-late.csv');
    expect((await saved[0]?.text)?.split('\r\n')).toEqual([
      '\uFEFFWeek,Median (minutes),90th percentile (minutes),Called late,Never called',
      '2026-02-16,,,0,0',
      '2026-02-23,,,0,0',
      '2026-03-02,,,0,1',
      '2026-03-09,25.0,25.0,1,0',
      '',
    ]);
  });

  test('holds no formula, whatever an owner is called', async () => {
    const owner = { id: 'x', name: '=HYPERLINK("https://evil.example")' };
    const { saved } = await page([promisedBefore4('2026-03-10', '15:00', { owner })], {
      insightsByOwner: true,
    });
    click(get('button', 'Owner'));
    await act(async () => click(get('button', 'Save as CSV: Promises kept')));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0]?.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });
});
