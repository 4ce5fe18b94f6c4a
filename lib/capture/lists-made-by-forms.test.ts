import { describe, expect, it } from 'vitest';
import { capture, el, page, table, withColumns } from '../../tests/support/unit/capture-page.ts';

describe('lists that products make of forms', () => {
  it('sort by pictures in the heads of their columns', () => {
    const list = table(
      ['Name', 'Work Phone', 'Sort'],
      ['Lachlan O’Hanlon', '(415) 555-0112', ''],
      ['Anselm Oyelowo', '(415) 555-0113', ''],
    );
    const head = el('tr', el('th', 'Sort', el('a', 'Name')), el('th', 'Sort', el('a', 'Work Phone')));
    const rows = page([
      el('h1', 'Shared Address Books'),
      typeof list === 'string' ? list : { ...list, in: [head, ...list.in.slice(1)] },
    ]);
    const sorted = {
      ...rows,
      leaves: rows.leaves.map((leaf) => (leaf.text === 'Sort' ? { ...leaf, kind: 'icon' as const } : leaf)),
    };
    expect(capture(withColumns(sorted)).callers).toEqual([
      ['Lachlan O’Hanlon', '+14155550112'],
      ['Anselm Oyelowo', '+14155550113'],
    ]);
  });

  it('have a cell more before each row than before their heads', () => {
    const rows = page([
      el('h1', 'Contact'),
      el(
        'table',
        el('tr', el('th', 'Name'), el('th', 'Job title'), el('th', 'Direct phone')),
        el('tr', el('td'), el('td', 'Cyrus Bellamy'), el('td', 'Plant manager'), el('td', '(415) 555-0173')),
        el(
          'tr',
          el('td'),
          el('td', 'Yevgenia Strand'),
          el('td', 'Accounts payable'),
          el('td', '(415) 555-0181'),
        ),
      ),
    ]);
    expect(capture(withColumns(rows)).callers).toEqual([
      ['Cyrus Bellamy', '+14155550173'],
      ['Yevgenia Strand', '+14155550181'],
    ]);
  });

  it('are logs of calls, though what else is logged has no callers', () => {
    const log = (heading: string) =>
      capture(
        withColumns(
          page([
            el('h1', heading),
            table(
              ['Time', 'Contact', 'Telephone', 'Outcome'],
              ['08:12', 'Philippa Osei', '(415) 555-0117', 'Missed'],
              ['08:31', 'Caradoc Ilves', '(415) 555-0176', 'Missed'],
            ),
          ]),
        ),
      ).callers.length;
    expect(log('Logs: Calls')).toBe(2);
    expect(log('Settings: Calls')).toBe(0);
  });

  it('of our own lines say on which days they are open', () => {
    const lines = (head: string, ...cells: string[]) =>
      capture(
        withColumns(
          page([
            el('h1', 'Contact centre East'),
            el('h2', 'Our lines'),
            table(
              ['Line', 'Number', head],
              ['Helsinki-info', '(415) 555-0100', cells[0] ?? ''],
              ['Social guidance', '(415) 555-0105', cells[1] ?? ''],
              ['Parking', '(415) 555-0107', cells[0] ?? ''],
            ),
          ]),
        ),
      ).callers.length;
    expect(lines('Open', 'Mon–Thu 9–16', 'Fri 10–15')).toBe(0);
  });
});
