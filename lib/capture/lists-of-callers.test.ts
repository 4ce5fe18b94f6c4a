import { describe, expect, it } from 'vitest';
import {
  capture,
  card,
  componentRow,
  el,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';

const tabs = (...names: string[]) => ({
  tag: 'div',
  role: 'tablist',
  in: names.map((name) => ({ tag: 'button', role: 'tab', in: [name] })),
});

describe('a list of callers', () => {
  it('is built of components, each of whose cells stands alone in it', () => {
    const list = page([
      el('h1', 'Calls'),
      {
        tag: 'div',
        role: 'grid',
        in: [
          componentRow('columnheader', 'Number', 'Contact', 'Time'),
          componentRow('gridcell', '(719) 555-0155', 'Hawthorne PTA', '8:54 AM'),
          componentRow('gridcell', '3035550188', 'Dmitri Vandersloot', '8:47 AM'),
        ],
      },
    ]);
    const told = {
      ...list,
      boxes: list.boxes.map((box, at) => ({
        ...box,
        ...(box.role === 'gridcell' ? { column: 0 } : {}),
        ...(box.role === 'columnheader'
          ? { column: list.boxes.slice(0, at).filter((one) => one.role === 'columnheader').length }
          : {}),
      })),
    };
    expect(capture(told).callers).toEqual([
      ['Hawthorne PTA', '+17195550155'],
      ['Dmitri Vandersloot', '+13035550188'],
    ]);
  });

  it('has the number in its column, and ids of pupils in theirs', () => {
    const list = page([
      el('h1', 'Absence line'),
      table(
        ['Received', 'Caller', 'Number', 'Student'],
        ['7:02am', 'Renske Albarn', '(801) 555-0112', '2025550146'],
        ['7:09am', 'Demetrius Volkov', '385-555-0128', '2025550147'],
      ),
    ]);
    expect(capture(withColumns(list)).callers).toEqual([
      ['Renske Albarn', '+18015550112'],
      ['Demetrius Volkov', '+13855550128'],
    ]);
  });

  it('names them in the column that looks like names, though it is headed by a word for others', () => {
    const list = page([
      el('h1', 'Missed calls'),
      table(
        ['Time', 'Number', 'Partner', 'Concern'],
        ['07:58', '(415) 555-0184', 'Annelies Zumbrunn', 'Motor vehicle'],
        ['08:11', '(415) 555-0124', 'Mirjam Odermatt', 'Daily benefits'],
        ['08:14', '(415) 555-0166', 'Wiebke Haake', 'Travel'],
      ),
    ]);
    expect(capture(withColumns(list)).callers.map(([name]) => name)).toEqual([
      'Annelies Zumbrunn',
      'Mirjam Odermatt',
      'Wiebke Haake',
    ]);
  });

  it('names the workers that the desk for staff is to call back', () => {
    const list = (...heads: string[]) =>
      capture(
        withColumns(
          page([
            el('h1', 'Callbacks requested'),
            table(
              heads,
              ['Philomena Achterberg', '(414) 555-0171', '11/23/2026 07:12 AM'],
              ['Dashiell Okonjo', '(262) 555-0172', '11/23/2026 07:15 AM'],
              ['Xiomara Del Valle', '(312) 555-0174', '11/23/2026 07:52 AM'],
            ),
          ]),
        ),
      ).callers.map(([name]) => name);
    expect(list('Worker', 'Call back at', 'Requested')).toEqual([
      'Philomena Achterberg',
      'Dashiell Okonjo',
      'Xiomara Del Valle',
    ]);
    expect(list('Answered by', 'Call back at', 'Requested')).not.toContain('Dashiell Okonjo');
  });

  it('has neither the heads of the table before it nor its title', () => {
    const home = page([
      el('h1', 'Cedar Flats Pavilion'),
      el(
        'section',
        el('h2', 'Open items'),
        table(['Item', 'Name', 'Due'], ['RFI 12', 'Embed plate conflict', '04/06/2026']),
      ),
      el(
        'section',
        el('h2', 'Project team'),
        el('div', el('span', 'Siegfried Valdovinos'), el('span', 'Project Executive · (503) 555-0102')),
        el('div', el('span', 'Odalys Birchfield'), el('span', 'Project Engineer · (503) 555-0103')),
      ),
    ]);
    expect(capture(withColumns(home)).callers).toEqual([]);
  });

  it('has no tabs for its heads', () => {
    const list = page([
      el('h1', 'Order 4711'),
      el(
        'div',
        tabs('Name', 'Phone', 'Orders'),
        el('div', card('Dana Lee', 'Sales', '(415) 555-0132'), card('Ana Ruiz', 'Buying', '(415) 555-0133')),
      ),
    ]);
    expect(capture(list).callers).toEqual([]);
  });
});
