// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { all, click, get, show } from '../../tests/support/unit/screen.ts';
import { DaySheet } from './DaySheet.tsx';

const table = {
  title: 'Callbacks for Wednesday, March 11, 2026',
  head: ['Caller name', 'Phone number'],
  rows: [
    ['Ana Villaseñor', '+14155550132'],
    ['Bo', ''],
  ],
};

test('the day on paper: its date, a row for each callback, and a button that prints', () => {
  const print = vi.fn();
  show(<DaySheet table={table} onPrint={print} />);
  get('heading', table.title);
  expect(document.title).toBe(table.title);
  expect(
    [...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
  ).toEqual([table.head, ...table.rows]);
  expect(print).not.toHaveBeenCalled();
  click(get('button', 'Print'));
  expect(print).toHaveBeenCalledOnce();
});

test('a day without callbacks says so, and one that cannot be read, too', () => {
  show(<DaySheet table={{ ...table, rows: [] }} onPrint={() => {}} />);
  expect(document.body.textContent).toContain('Nothing is to be called today.');
  document.body.replaceChildren();
  show(<DaySheet table={null} onPrint={() => {}} />);
  expect(get('alert').textContent).toMatch(/cannot be read/);
  expect(all('button')).toEqual([]);
});
