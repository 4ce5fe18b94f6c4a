// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, at, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import type { PanelSetup } from '../../tests/support/unit/panel.ts';
import { all, click, field, get, leave, nameOf, says, show, type } from '../../tests/support/unit/screen.ts';
import { popupServices } from '../../tests/support/unit/services.ts';
import { Review } from './Review.tsx';

const late = promise(null, wednesday - 3_600_000);
const today = promise(null, wednesday + 3_600_000);

async function aReview(entries: Partial<Callback>[] = [], setup?: PanelSetup) {
  const services = popupServices(setup);
  await services.callbacks.add(
    entries.map((changes, place) =>
      aCallback({ id: idAt(50 + place), callerName: `caller ${place}`, ...changes }),
    ),
  );
  await services.callbacks.loaded;
  await vi.waitFor(() => expect(services.callbacks.open.value).toHaveLength(entries.length));
  show(<Review services={services} />);
  await vi.waitFor(() => expect(headings().length).toBeGreaterThan(7));
  return services;
}
type Popup = Awaited<ReturnType<typeof aReview>>;
const headings = () =>
  all('heading')
    .filter(({ tagName }) => tagName === 'H2')
    .map(nameOf);
const rowOf = (name: string) => {
  const row = all('listitem').find((item) => item.querySelector('.review-name')?.textContent === name);
  if (!row) throw new Error(`${name} has no row.`);
  return row;
};
const stored = (popup: Popup, place = 0) => popup.repositories.callbacks.get(idAt(50 + place));

describe('the sections', () => {
  test('stand in their order, each heading with the count of all that have its defect', async () => {
    await aReview([
      { promise: late, owner: null, phone: null },
      { promise: today, owner: null },
      { status: 'waiting on internal answer' },
      {},
    ]);
    const shown = headings();
    const fixed = [
      'Overdue (1)',
      'Promised for today (1)',
      'Waiting on internal answer (1)',
      'No owner (2)',
      'Missing phone number (1)',
      'Still open (4)',
    ];
    expect(shown.filter((heading) => fixed.includes(heading))).toEqual(fixed);
    expect(shown.at(-1)).toBe('Still open (4)');
    // Rows stand once, under the first of their sections; the others say where theirs are.
    const beside = (heading: string) => get('heading', heading).parentElement?.querySelector('.hint');
    expect(beside('Overdue (1)')).toBeNull();
    expect(beside('No owner (2)')?.textContent).toBe('2 shown above');
    expect(beside('Still open (4)')?.textContent).toBe('3 shown above');
  });

  test('of very many draw some rows, and more on demand', async () => {
    await aReview(Array.from({ length: 70 }, () => ({ promise: late })));
    expect(all('listitem')).toHaveLength(30);
    expect(headings()).toContain('Overdue (70)');
    click(get('button', 'Show more'));
    click(get('button', 'Show more'));
    expect(all('listitem')).toHaveLength(70);
    expect(all('button', 'Show more')).toEqual([]);
  });

  test('show a row once, tagged with its other defects', async () => {
    await aReview([{ promise: late, owner: null, phone: null }]);
    expect(document.querySelectorAll('.review-entry')).toHaveLength(1);
    const row = rowOf('caller 0');
    expect(nameOf(row.closest('section')?.querySelector('h2') as Element)).toBe('Overdue (1)');
    expect([...row.querySelectorAll('.tag')].map((tag) => tag.textContent)).toEqual([
      'No owner',
      'Missing phone number',
    ]);
  });

  test('are there on an empty list too, with a word of rest', async () => {
    await aReview();
    expect(headings()).toContain('Overdue (0)');
    expect(document.body.textContent).toContain('Nothing is left open.');
  });

  test('move a row on as soon as it is set right', async () => {
    const popup = await aReview([{ owner: null, phone: null }]);
    click(get('button', 'Take it', rowOf('caller 0')));
    await vi.waitFor(() => expect(headings()).toContain('No owner (0)'));
    expect(await stored(popup)).toMatchObject({ owner: { name: 'Sam Agent' } });
    const number = field('Number of caller 0');
    type(number, '(415) 555-0199');
    leave(number);
    await vi.waitFor(() => expect(headings()).toContain('Missing phone number (0)'));
    click(get('button', 'completed', rowOf('caller 0')));
    await vi.waitFor(() => expect(headings()).toContain('Still open (0)'));
  });

  test('have an owner given where nobody has set a name', async () => {
    const popup = await aReview([{ owner: null }], { settings: { yourName: '' } });
    expect(all('button', 'Take it')).toEqual([]);
    type(field('Owner of caller 0'), 'Zoë');
    leave(field('Owner of caller 0'));
    await vi.waitFor(async () => expect(await stored(popup)).toMatchObject({ owner: { name: 'Zoë' } }));
  });

  test('a caller’s markup is text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await aReview([{ callerName: hostile, reason: '<b>x</b>' }]);
    expect(rowOf(hostile).querySelectorAll('img, b')).toHaveLength(0);
  });
});

describe('the end of the day', () => {
  test('is written down, said at once and shown', async () => {
    const popup = await aReview([{}]);
    click(get('button', 'Close the day'));
    await vi.waitFor(() => expect(says().replace('\u202f', ' ')).toMatch(/^Day closed at 2:30 PM\./));
    expect(document.querySelector('.close-day')?.textContent).toContain('1 callback is carried over.');
    expect(await popup.repositories.reminders.closedDay('2026-03-11')).toMatchObject({ leftOpen: 1 });
  });

  test('that storage refuses is said', async () => {
    await aReview([{}]);
    const emptyDisk = fillDisk('closedDays', 'put');
    click(get('button', 'Close the day'));
    await vi.waitFor(() => expect(says()).toMatch(/^Not changed: /));
    emptyDisk();
    expect(document.querySelector('.close-day')?.textContent).not.toContain('Day closed');
  });

  test('a review that was missed is named', async () => {
    await aReview([{ createdAt: at('2026-03-10T12:00') }]);
    await vi.waitFor(() =>
      expect(document.body.textContent).toContain('The review of Tuesday, March 10 was not done.'),
    );
  });
});

test('leads to the panel, the capture, the options, and marks a call', async () => {
  const popup = await aReview();
  click(get('button', 'Open side panel'));
  click(get('button', 'Capture this page'));
  click(get('button', 'Options'));
  click(get('checkbox', 'I am on a call'));
  expect(popup.openPanel).toHaveBeenCalledTimes(1);
  expect(popup.capturePage).toHaveBeenCalledTimes(1);
  expect(popup.openOptions).toHaveBeenCalledTimes(1);
  expect(popup.markCall).toHaveBeenCalledWith(true);
  expect(nameOf(get('heading', 'Review'))).toBe('Review');
});
