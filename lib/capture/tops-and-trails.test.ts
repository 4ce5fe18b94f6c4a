/** What products set over their records: their own name, the trail that led there, the title of the screen. */
import { describe, expect, it } from 'vitest';
import { capture, card, el, field, type Node, page } from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const fields = el('dl', field('Record no.', 'LK-0796-00418'), field('Mobile', phone));

const tab = (text: string): Node => ({ tag: 'button', role: 'tab', in: [text] });

describe('the product’s name', () => {
  const admin = (title: string, under: string) =>
    capture(
      page([
        el('div', el('h1', 'Larkfield Dental Group · Patient desk')),
        el(
          'div',
          el('div', 'Welcome, ', el('strong', 'Imogen Tattersall')),
          ...['View site', 'Change password', 'Log out'].map((text) => el('a', text)),
        ),
        el(
          'div',
          el('h1', title),
          el('h2', under),
          fields,
          el('dl', field('Usual dentist', 'Anselm Whitcombe')),
        ),
      ]),
    );

  it('is no record’s, though it is a heading, where the bar of who is signed in follows', () => {
    expect(admin('View patient', 'Henrietta Pemberton')).toMatchObject({
      name: 'Henrietta Pemberton',
      phone: '+14155550132',
    });
    expect(admin('View enquiry', 'ENQ-0770 – Voicemail').name).toBeNull();
  });

  it('stands beside the title of the screen in the same bar', () => {
    const screen = (title: string, ...main: Node[]) =>
      capture(
        page([
          el(
            'header',
            el('h6', 'Currawong Pools'),
            el('h6', el('span', title)),
            el('p', 'My line (415) 555-0141'),
            el('button', 'Saoirse Mulqueen'),
          ),
          el('main', ...main),
        ]),
      ).name;
    expect(screen('Wattle Ridge Pty Ltd', fields)).toBe('Wattle Ridge Pty Ltd');
    expect(screen('Wattle Ridge Pty Ltd', el('section', el('h1', 'Dana Lee'), el('p', phone)))).toBe(
      'Dana Lee',
    );
  });
});

describe('a trail', () => {
  const record = (...trail: Node[]) =>
    capture(
      page([
        el('div', el('a', 'Home'), '›', el('a', 'Clinic'), '›', el('a', 'Contacts'), ...trail),
        el('nav', el('a', 'Calls'), el('a', 'Contacts'), el('a', 'Settings')),
        el(
          'div',
          el('h1', 'Change care home'),
          el('dl', field('Name', 'Birchwood Lodge'), field('Mobile', phone)),
        ),
      ]),
    ).name;

  it('of links and signs names the record, and is no bar of the product', () => {
    expect(record('› Birchwood Lodge')).toBe('Birchwood Lodge');
  });

  it('leaves no sign before a name', () => {
    const contact = page([
      el('header', el('a', 'Contacts'), el('div', '/ Philippa Okonjo')),
      el('section', el('h1', 'Philippa Okonjo'), fields),
    ]);
    expect(capture(contact).name).toBe('Philippa Okonjo');
  });

  it('through what everybody is to know leads to nobody', () => {
    const article = (place: string, lead = 'Holidays') =>
      capture(
        page([
          el(
            'nav',
            el('ol', el('li', el('a', place)), el('li', el('a', 'Claims')), el('li', 'Claims after hours')),
          ),
          el('main', el('h1', 'Claims after hours'), el('p', 'Ask before you promise.')),
          el('div', el('h2', lead), el('p', 'Dana Lee'), el('p', phone)),
        ]),
      );
    expect(article('Knowledge base')).toMatchObject({ name: null, phone: null });
    expect(article('Rutiner')).toMatchObject({ name: null, phone: null });
    expect(article('Settings')).toMatchObject({ name: null, phone: null });
    // With an insurer a policy is a customer's.
    for (const place of ['Customers', 'Policies'])
      expect(article(place, 'Policyholder')).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });
});

it('tabs over the cards of a record head no columns', () => {
  const pair = (label: string, value: string): Node =>
    el('div', el('div', el('p', label)), el('div', el('div', value)));
  const part = (title: string, ...pairs: Node[]): Node =>
    el('div', el('div', el('div', el('h2', title)), el('div', ...pairs)));
  const tabs = ['Overview', 'Company users (4)', 'Quotes', 'Invoices'].map((text) =>
    el('li', el('button', text)),
  );
  const company = page([
    el(
      'main',
      el('div', el('h1', 'Copperline Hospitality Ltd')),
      el('ul', ...tabs),
      el(
        'div',
        part(
          'Company information',
          pair('Company ID', '6505550140022'),
          pair('Company phone', phone),
          pair('Company email', 'buy@copperline.example'),
          pair('Address', '800 Brazos St, Austin, TX 78701'),
          pair('Sales rep', 'Junot Abelard (ext. 227)'),
        ),
        part(
          'Credit & payment',
          pair('Credit limit', '$25,555,014.00'),
          pair('Outstanding', '$3,940.12'),
          pair('Terms', 'Net 45'),
          pair('Fax (invoices)', '(415) 555-0149'),
          pair('Tax ID', '74-5550123'),
        ),
      ),
    ),
  ]);
  expect(capture(company)).toMatchObject({
    name: 'Copperline Hospitality Ltd',
    phone: '+14155550132',
    callers: [],
  });
});

it('a guarantor is nobody else on a guarantor’s account', () => {
  const account = (title: string) =>
    capture(
      page([
        el('h1', title),
        el('div', el('h2', 'Guarantor'), el('h3', 'Bartholomew Okafor'), el('dl', field('Daytime', phone))),
      ]),
    );
  expect(account('Guarantor account 7005550184')).toMatchObject({
    name: 'Bartholomew Okafor',
    phone: '+14155550132',
  });
  expect(account('Patient account 7005550184')).toMatchObject({ name: null, phone: null });
});

it('a consignee is nobody else in the part of an order that is about them', () => {
  const order = (part: string) =>
    capture(
      page([
        el('nav', el('ol', el('li', el('a', 'Orders')), el('li', el('a', '2025-3023125')), el('li', part))),
        el('h3', 'Consignment 2025-3023125'),
        el(
          'section',
          el('h6', 'Consignee'),
          el('dl', field('Contact person', 'Annegret Wüstenhagen'), field('Phone', phone)),
        ),
        el('section', el('h6', 'Run'), el('dl', field('Driver', 'Mirko Tschentke'))),
      ]),
    );
  expect(order('Consignee')).toMatchObject({ name: 'Annegret Wüstenhagen', phone: '+14155550132' });
  expect(order('Run')).toMatchObject({ name: null, phone: null });
});

it('a spouse is somebody else in a tab of somebody’s record', () => {
  const record = page([
    el('h1', 'Dana Lee'),
    { tag: 'div', role: 'tablist', in: [tab('Details'), tab('Spouse')] },
    el('section', el('h2', 'Spouse'), el('dl', field('Name', 'Aarne Lee'), field('Mobile', phone))),
  ]);
  expect(capture(record)).toMatchObject({ name: 'Dana Lee', phone: null });
});

describe('rows in Norwegian', () => {
  const calls = (...rows: string[][]) =>
    capture(
      page([
        el('h1', 'Ubesvarte anrop'),
        el(
          'div',
          ...rows.map(([name = '', ...rest]) => el('div', card(name, ...rest), el('button', 'Ring opp'))),
        ),
      ]),
      'NO',
    ).callers;

  it('say when somebody called, and of whom nobody knows more than what it was about', () => {
    expect(
      calls(
        ['Torbjørg Aasmundstad', '902 55 126', 'kl. 14.12', 'Bil'],
        ['Ukjent innringer', '955 50 188', 'kl. 13.47', 'Skade'],
        ['Kjell-Arne Bjørkedal', '911 55 161', 'kl. 11.30', 'Skade'],
      ),
    ).toEqual([
      ['Torbjørg Aasmundstad', '+4790255126'],
      [null, '+4795550188'],
      ['Kjell-Arne Bjørkedal', '+4791155161'],
    ]);
  });
});
