import { describe, expect, it } from 'vitest';
import {
  capture,
  el,
  field,
  type Node,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';

const rowsOf = (heads: string[], ...rows: string[][]) =>
  capture(withColumns(page([el('h1', 'Calls'), table(heads, ...rows)]))).callers;

describe('rows of lists', () => {
  it('take the letter of an avatar for no name', () => {
    const avatar = (letters: string, name: string, number: string): Node =>
      el('tr', el('td', el('i', letters), el('span', name)), el('td', number), el('td', 'Today, 9:50'));
    const list = el(
      'table',
      el('tr', el('th', 'Contact'), el('th', 'From'), el('th', 'Date')),
      avatar('PV', 'Perpetua Vandermeulen', '(415) 555-0132'),
      avatar('U', 'Unknown', '(415) 555-0133'),
    );
    expect(capture(withColumns(page([el('h1', 'Calls'), list]))).callers).toEqual([
      ['Perpetua Vandermeulen', '+14155550132'],
      [null, '+14155550133'],
    ]);
  });

  it('name the company where the column of customers is left empty', () => {
    const rows = rowsOf(
      ['Received', 'Customer', 'Company', 'Phone'],
      ['11/22/2026 09:44', 'Beatrix Quintana-Weiss', 'Marlow Foods', '(415) 555-0132'],
      ['11/22/2026 09:20', '--', 'Blue Valley Rehabilitation Center', '(415) 555-0133'],
      ['11/22/2026 09:02', 'Haruka Itō', '--', '(415) 555-0134'],
      ['11/22/2026 08:40', 'Unknown caller', '--', '(415) 555-0135'],
    );
    expect(rows.map(([name]) => name)).toEqual([
      'Beatrix Quintana-Weiss',
      'Blue Valley Rehabilitation Center',
      'Haruka Itō',
      null,
    ]);
  });

  it('name who called, not the few of us who took a call', () => {
    const rows = rowsOf(
      ['Contact', 'Phone number', 'Time', 'User'],
      ['Philippa Boyd', '(415) 555-0132', '9:02', '-'],
      ['Wendell Quack', '(415) 555-0133', '9:22', 'Marisol Vandenberghe'],
      ['Yoel', '(415) 555-0134', '9:52', '-'],
      ['Unknown', '(415) 555-0135', '9:55', 'Gus Marsh'],
    );
    expect(rows.map(([name]) => name)).toEqual(['Philippa Boyd', 'Wendell Quack', 'Yoel', null]);
  });

  it('name whom we called ourselves, where our own line stands for who called', () => {
    const ours = '(415) 555-0100';
    const rows = rowsOf(
      ['Caller', 'Receiver', 'Type', 'From (number)', 'To (number)', 'Created On'],
      ['Dana Lee', 'Gus Marsh', 'Incoming', '(415) 555-0132', ours, '12 minutes ago'],
      ['Ida Holm', 'Gus Marsh', 'Incoming', '(415) 555-0133', ours, '25 minutes ago'],
      ['Gus Marsh', 'Rukhsana Tyabji', 'Outgoing', ours, '(415) 555-0134', '1 hour ago'],
    );
    expect(rows).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Holm', '+14155550133'],
      ['Rukhsana Tyabji', '+14155550134'],
    ]);
  });

  it('name whom we called ourselves from a line that no other row shows', () => {
    const rows = rowsOf(
      ['Direction', 'Caller', 'From', 'To'],
      ['Inbound', 'Dana Lee', '(415) 555-0132', '(415) 555-0100'],
      ['Inbound', 'Ida Holm', '(415) 555-0133', '(415) 555-0101'],
      ['Outbound', 'Everett Longstreet', '(415) 555-0177', '(415) 555-0134'],
    );
    expect(rows).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Holm', '+14155550133'],
      ['Everett Longstreet', '+14155550134'],
    ]);
  });

  it('name whom we called ourselves where there is one column for who is on the other end', () => {
    const ours = '(415) 555-0100';
    const rows = rowsOf(
      ['Contact', 'From Number', 'To Number', 'Call Type'],
      ['Dana Lee', '(415) 555-0132', ours, 'Inbound'],
      ['Ida Holm', '(415) 555-0133', ours, 'Inbound'],
      ['Rukhsana Tyabji', ours, '(415) 555-0134', 'Outbound'],
    );
    expect(rows).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Holm', '+14155550133'],
      ['Rukhsana Tyabji', '+14155550134'],
    ]);
  });

  it('with a column of values give the numbers to speak on, and no fax', () => {
    const rows = rowsOf(
      ['Type', 'Value', 'Customer'],
      ['Phone', '(415) 555-0132', 'Dana Lee'],
      ['Fax', '(415) 555-0139', 'Dana Lee'],
      ['Mobile', '(415) 555-0133', 'Ida Holm'],
    );
    expect(rows).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Holm', '+14155550133'],
    ]);
  });

  it('of our own staff are no callers, though its users are called users', () => {
    const staff = table(
      ['User', 'Role', 'Direct line', 'Last login'],
      ['Ansel Whitcomb', 'Sales manager', '(415) 555-0132', '11/21/2026'],
      ['Priya Lindholm', 'Customer service', '(415) 555-0133', '11/22/2026'],
    );
    const of = (title: string) =>
      capture(withColumns(page([el('h1', 'Store profile'), el('h2', title), staff]))).callers.length;
    expect(of('Staff users')).toBe(0);
    expect(of('Customers')).toBe(2);
  });

  it('begin under names: a name with its buttons heads no columns', () => {
    const cell = (label: string, value: string): Node =>
      el('div', el('div', label), el('div', el('div', el('span', value))));
    const record = page(
      [
        el(
          'div',
          el(
            'div',
            el('div', el('i', 'M')),
            el('div', el('b', 'Meenakshi Bose'), el('b', 'Make Call'), el('b', 'Delete')),
          ),
          el(
            'div',
            el('div', 'Details'),
            el(
              'div',
              cell('First Name', 'Meenakshi'),
              cell('Mobile No', '(415) 555-0132'),
              cell('City', 'Marlow'),
            ),
          ),
          el(
            'div',
            el('div', 'Other Information'),
            el('div', cell('Assistant', 'Joseph Pereira, (415) 555-0139'), cell('Owner', 'Rosa Quill')),
          ),
        ),
      ],
      { title: 'Meenakshi Bose' },
    );
    expect(capture(record)).toMatchObject({ phone: '+14155550132', callers: [] });
  });
});

describe('who a page is about', () => {
  const fields = el('dl', field('Name', 'Dana Lee'), field('Phone', '(415) 555-0132'));
  const at = (path: string) => capture(page([fields], { url: `https://crm.example${path}` })).phone;

  it('is told by what an address leads to, not by where a product keeps everything', () => {
    expect(at('/dashboard/5c0e7b1a/inbox/0b52')).toBe('+14155550132');
    expect(at('/staff/talents/5125550')).toBe('+14155550132');
    expect(at('/dashboard')).toBeNull();
    expect(at('/staff/5125550')).toBeNull();
  });

  it('is nobody where the tab says settings and the heading which', () => {
    const form = el('dl', field('Callback line', '(415) 555-0132'));
    const of = (title: string) => capture(page([el('h1', 'Service Desk'), form], { title })).phone;
    expect(of('General Settings · service-desk')).toBeNull();
    expect(of('Callback request · service-desk')).toBe('+14155550132');
  });

  it('is not the title of a list on it', () => {
    const order = page(
      [
        el('h2', 'Order #312550'),
        el(
          'section',
          el('h3', 'Client Representatives'),
          table(
            ['Representative', 'Position', 'Phone'],
            ['Henrike Solberg', 'Engineering', '(415) 555-0133'],
            ['Ravindra Pell', 'Procurement', '(415) 555-0134'],
            ['Ida Holm', 'Legal', '(415) 555-0135'],
          ),
          el('p', 'Company phone'),
          el('p', '(415) 555-0132'),
        ),
      ],
      { url: 'https://crm.example/companies/31' },
    );
    expect(capture(withColumns(order)).name).toBeNull();
  });

  it('is the customer whose name is the link under "ID"', () => {
    const order = page([
      el('h1', '#20794617'),
      el('h2', 'Unfulfilled Items'),
      el('h2', 'Customer'),
      el('div', el('p', 'ID'), el('a', 'Vashti Cranbrook')),
      el('div', el('p', 'Contact'), el('div', el('p', 'vashti@mail.example'), el('p', '(415) 555-0132'))),
    ]);
    expect(capture(order)).toMatchObject({ name: 'Vashti Cranbrook', phone: '+14155550132' });
  });

  it.each([
    'Locations',
    'Holiday hours',
    'Call routing',
    'Números de emergencia',
    'Jours fériés',
    'Notdienstplan',
    'Telefones úteis',
    'I nostri negozi',
    'Onze locaties',
    'Numery alarmowe',
    '営業所一覧',
    'أرقام الطوارئ',
  ])('is nobody on a screen of our own: %s', (heading) => {
    const of = (...fields: Node[]) =>
      capture(page([el('h1', heading), el('dl', ...fields)], { title: heading }));
    const ours = of(field('Contact', 'Ansel Whitcomb'), field('Phone', '(415) 555-0132'));
    expect(ours).toMatchObject({ name: null, phone: null });
    const theirs = of(field('Customer', 'Ansel Whitcomb'), field('Phone', '(415) 555-0132'));
    expect(theirs).toMatchObject({ name: 'Ansel Whitcomb', phone: '+14155550132' });
  });

  it('is nobody on the page the day begins with', () => {
    const of = (heading: string) =>
      capture(page([el('h1', heading), el('dl', field('Mobile', '(415) 555-0132'))], { title: heading }))
        .name;
    for (const heading of ['My Day', 'Mein Arbeitsplatz', 'Mi jornada'])
      expect(of(heading), heading).toBeNull();
    expect(of('My Nguyen')).toBe('My Nguyen');
  });

  it('is not who stands in a bar of plain boxes over a list of many callers', () => {
    const list = table(
      ['Name', 'Number', 'Time'],
      ['Dana Lee', '(415) 555-0132', '9:50'],
      ['Ida Holm', '(415) 555-0133', '9:40'],
      ['Gus Marsh', '(415) 555-0134', '9:20'],
    );
    const bar = el('div', el('div', el('div', 'Rosa Quill'), el('div', '(415) 555-0100')));
    const { name, phone } = capture(withColumns(page([bar, el('section', list)])));
    expect([name, phone]).toEqual([null, null]);
  });
});
