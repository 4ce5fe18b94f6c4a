/** How frameworks for back offices lay out a record: a menu under the product's name, a bar, cards without headings. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  el,
  field,
  type Node,
  page,
  withColumns,
  withLeaves,
} from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const icon = { kind: 'icon' } as const;

/** The product's name over its menu, then the bar of who is signed in, then the record. */
const office = (...record: Node[]) =>
  withLeaves(
    page(
      [
        el(
          'div',
          el(
            'aside',
            el('div', el('a', el('h1', 'Beacon Hearing'))),
            el(
              'ul',
              ...[
                'Dashboard',
                'Missed calls',
                'Patients',
                'Facilities',
                'Orders',
                'Reports',
                'Files',
                'Help',
                'Logout',
              ].map((text) => el('li', el('a', text))),
            ),
          ),
          el(
            'div',
            el(
              'header',
              el('div', el('strong', 'Priyanka Delacroix'), el('span', 'ext. 4417'), el('i', 'user')),
            ),
            el('main', ...record),
          ),
        ),
      ],
      { title: '#80417 Show | Beacon Hearing' },
    ),
    { user: icon, mobile: icon },
  );

describe('a back office', () => {
  it('has its own name over its menu, and the agent in the bar behind it', () => {
    const record = office(
      el('h4', 'Whitcombe-Sato, Leocadia'),
      el('div', el('h5', 'Chart #'), el('span', 'BH-617-5550'), el('h5', 'Home'), el('span', phone)),
    );
    expect(capture(record)).toMatchObject({ name: 'Whitcombe-Sato, Leocadia', phone: '+14155550132' });
    const order = office(
      el('h4', 'Repair order 6175550133'),
      el('dl', field('Model', 'L90'), field('Phone', phone)),
    );
    expect(capture(order).name).toBeNull();
  });

  it('names the patient on a card that is titled so, over the picture of a telephone', () => {
    const comment = (author: string, text: string): Node =>
      el('li', el('i', 'user'), el('div', el('h4', author), el('div', 'Note · 2025-11-03 10:02')), text);
    const record = office(
      el('h4', 'Repair order 6175550133'),
      el('ul', comment('Marcus Feng', 'Lab quotes 7 days.'), comment('Ida Holm', 'Loaner issued.')),
      el(
        'div',
        el('div', el('div', 'Patient')),
        el(
          'div',
          el('div', el('span', el('strong', 'Harriet Lindqvist'))),
          el('div', el('span', el('i', 'mobile'), el('span', phone))),
        ),
      ),
      el('div', el('dl', field('Model', 'L90'), field('Serial', '2025-0857'))),
    );
    expect(capture(record)).toMatchObject({ name: 'Harriet Lindqvist', phone: '+14155550132' });
  });
});

it('the product’s name in the site’s header leads home, wherever the menu stands', () => {
  const customer = (...head: Node[]) =>
    capture(
      page([
        el(
          'ul',
          ...['Interactions', 'Customers', 'Services', 'Orders', 'Faults'].map((text) =>
            el('li', el('a', text)),
          ),
        ),
        el('header', ...head, el('div', el('span', 'Agent 88214, ext. 5507'), el('span', 'Priyanka Naidoo'))),
        el(
          'main',
          el('div', 'Customer 360'),
          el('dl', field('Account number', '2049 1570'), field('Mobile', phone)),
        ),
      ]),
    ).name;
  expect(customer(el('div', el('a', el('h1', 'Kestrel Care Desk'))))).toBeNull();
  expect(customer(el('h1', el('a', 'Bronwyn Hughes')))).toBe('Bronwyn Hughes');
});

describe('a record', () => {
  it('is a list’s under the heads a table says it has, whatever stands before them', () => {
    const list = page([
      el('h2', 'Select: Missed calls'),
      el(
        'table',
        el(
          'thead',
          el('tr', el('td', 'Modify'), ...['Caller', 'Number', 'Handled by'].map((text) => el('th', text))),
        ),
        el(
          'tbody',
          ...[
            ['edit', 'Philomena Tran', '(415) 555-0132', 'Kerrin Halloran'],
            ['edit', 'Roscoe Bannerman', '(415) 555-0133', 'Kerrin Halloran'],
            ['edit', 'Ngaire Whata', '(415) 555-0134', 'Lachlan Pryde'],
          ].map((cells) => el('tr', ...cells.map((text) => el('td', text)))),
        ),
      ),
    ]);
    expect(capture(withColumns(list)).callers).toEqual([
      ['Philomena Tran', '+14155550132'],
      ['Roscoe Bannerman', '+14155550133'],
      ['Ngaire Whata', '+14155550134'],
    ]);
  });

  it('has fields named in fields of their own', () => {
    const pair = (key: string, value: string): Node =>
      el('tr', el('td', el('label', 'Key'), el('p', key)), el('td', el('label', 'Value'), el('p', value)));
    const custom = page([
      el('h1', 'Dana Lee'),
      el(
        'table',
        el('tbody', pair('Customer no.', 'CB-016329'), pair('Fax', '(415) 555-0141'), pair('Mobile', phone)),
      ),
    ]);
    const key = { kind: 'value', label: 'Key' } as const;
    const value = { kind: 'value', label: 'Value' } as const;
    const read = withLeaves(custom, {
      'Customer no.': key,
      Fax: key,
      Mobile: key,
      'CB-016329': value,
      '(415) 555-0141': value,
      [phone]: value,
    });
    expect(capture(read).phone).toBe('+14155550132');
  });

  it('has its heading at the top, though the product writes its own at the end', () => {
    const edit = page([
      el('h2', 'Edit: calls'),
      el(
        'form',
        el('dl', field('caller_number', phone), field('outcome', 'Voicemail'), field('note', 'Gave no name')),
      ),
      el('div', el('h1', 'Tidewater Pools'), el('h1', 'Kerrin Halloran · ext 318')),
      el('ul', ...['accounts', 'calls', 'contacts', 'jobs', 'staff'].map((text) => el('li', el('a', text)))),
    ]);
    expect(capture(edit).phone).toBe('+14155550132');
  });

  it('stands over a product whose address begins with its dashboard', () => {
    const record = page([el('dl', field('Customer', 'Dana Lee'), field('Call-back number', phone))], {
      url: 'https://base.example/dashboard/#/nc/p47jg9/mtv2oy48?rowId=1',
    });
    expect(capture(record)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('has one number for texts only, and somebody of ours who leads the account', () => {
    const record = page([
      el('h1', 'Corvane Ltd'),
      el(
        'dl',
        field('Cell (texts only)', '(415) 555-0141'),
        field('Home', phone),
        field('Account lead', 'Isolde Kettering'),
      ),
    ]);
    expect(capture(record)).toMatchObject({ name: 'Corvane Ltd', phone: '+14155550132' });
  });
});
