// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { CallerRow } from '../../lib/capture/types.ts';
import { anEmptyPage, row, wish } from '../../tests/support/unit/capture.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { all, click, described, get, nameOf, says, show } from '../../tests/support/unit/screen.ts';
import { panelServices } from '../../tests/support/unit/services.ts';
import { Panel } from '../Panel.tsx';

const rows = [
  row('Ana', '+14155550132', wednesday - 60_000),
  row(null, '+14155550199'),
  row('Cy', null),
  row('<b>Di</b>', '+14155550177'),
];

async function aListPage(callers: CallerRow[] = rows) {
  const services = await panelServices();
  await services.callbacks.add([aCallback({ id: idAt(90), callerName: 'Ana' })]);
  await vi.waitFor(() => expect(services.callbacks.open.value).toHaveLength(1));
  services.engine.shows(anEmptyPage({ callers }));
  show(<Panel services={services} shownId={null} />);
  await services.capture.handle(wish());
  await vi.waitFor(() => get('group', 'Callers on this page'));
  return services;
}
const callers = () => get('group', 'Callers on this page');
const boxes = () => all<HTMLInputElement>('checkbox', undefined, callers());

test('each row is a checkbox named exactly "NAME, NUMBER"; marks are its description', async () => {
  await aListPage();
  expect(boxes().map(nameOf)).toEqual([
    'Ana, +14155550132',
    'Unknown caller, +14155550199',
    'Cy, no number',
    '<b>Di</b>, +14155550177',
  ]);
  const [ana] = boxes();
  if (!ana) throw new Error('Ana has no row.');
  expect(described(ana).replace('\u202f', ' ')).toBe('called today, 2:29 PM · already open');
  expect(callers().querySelectorAll('b')).toHaveLength(0);
});

test('a call that was answered says so', async () => {
  await aListPage([{ ...row('Ana', '+14155550133'), missed: false }, row('Cy', '+14155550177')]);
  expect(boxes().map(described)).toEqual(['answered', '']);
});

test('nothing is ticked by itself, and only what is ticked is added', async () => {
  const services = await aListPage();
  const add = get<HTMLButtonElement>('button', 'Add selected');
  expect([boxes().some(({ checked }) => checked), add.disabled]).toEqual([false, true]);
  for (const name of ['Cy, no number', 'Unknown caller, +14155550199', 'Cy, no number'])
    click(get('checkbox', name));
  click(get('button', 'Add selected'));
  await vi.waitFor(() => expect(says()).toBe('Saved 1 callback'));
  const open = await services.repositories.callbacks.open();
  expect(open.map(({ phone, kind }) => [phone?.e164, kind])).toContainEqual(['+14155550199', 'missed call']);
  expect(open).toHaveLength(2);
  expect(all('group', 'Callers on this page')).toEqual([]);
});

test('all of them with one click; who is on the list already gets no second entry', async () => {
  const services = await aListPage();
  click(get('button', 'Select all'));
  expect(boxes().every(({ checked }) => checked)).toBe(true);
  click(get('button', 'Add selected'));
  await vi.waitFor(async () => expect(await services.repositories.callbacks.open()).toHaveLength(4));
});

test('another list begins with nobody ticked', async () => {
  const services = await aListPage();
  click(get('button', 'Select all'));
  services.engine.shows(anEmptyPage({ callers: rows.slice(0, 2) }));
  await services.capture.handle(wish());
  await vi.waitFor(() => expect(boxes()).toHaveLength(2));
  expect(boxes().some(({ checked }) => checked)).toBe(false);
});

test('the list can be put away', async () => {
  await aListPage();
  click(get('button', 'Close', callers()));
  expect(all('group', 'Callers on this page')).toEqual([]);
});
