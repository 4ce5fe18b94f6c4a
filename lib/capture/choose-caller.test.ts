import { describe, expect, it } from 'vitest';
import {
  capture,
  card,
  el,
  field,
  type Node,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';
import type { FrameEvidence } from './evidence.ts';

describe('chooseCaller', () => {
  it.each(['Ruth Kaplan', 'James Stock', 'Peter Board', 'Jan de Rooster', 'Charlotte Church'])(
    'takes %s for a name, whatever its last word means elsewhere',
    (name) => {
      const frame = page([el('h1', name), el('div', el('i', 'Phone'), el('span', '(415) 555-0132'))], {
        title: name,
      });
      expect(capture(frame)).toMatchObject({ name, phone: '+14155550132' });
    },
  );

  it.each([
    'Cancel my plan',
    'Out of stock',
    'Refund policy',
    'Circuit board',
    'Panel solar roto',
    'Night audit',
  ])('reads the caller of a ticket about "%s" by its labels', (subject) => {
    const field = (label: string, value: string): Node => el('div', el('label', label), el('span', value));
    const frame = page(
      [
        el('h1', subject),
        el('div', field('Customer', 'Dana Lee'), field('Phone', '(415) 555-0132'), field('Status', 'Open')),
      ],
      { url: 'https://crm.example/tickets/991' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('keeps the numbers beside the fields of first and last name the caller’s', () => {
    const field = (label: string, value: string): Node => el('div', el('label', label), el('span', value));
    const frame = page(
      [
        el('h1', 'Araminta Okonkwo'),
        el(
          'section',
          el('h2', 'Personal'),
          field('Forename', 'Araminta'),
          field('Last name', 'Okonkwo'),
          field('Mobile', '(415) 555-0132'),
        ),
      ],
      { title: 'Araminta Okonkwo' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Araminta Okonkwo', phone: '+14155550132' });
  });

  it('joins the parts of a name whatever else their labels say', () => {
    const field = (label: string, value: string): Node => el('div', el('label', label), el('span', value));
    const frame = page([
      el('h1', 'Book a redelivery'),
      field('Recipient first name', 'Evangelina'),
      field('Recipient last name', 'Stroud'),
      field('Mobile', '(415) 555-0132'),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Evangelina Stroud', phone: '+14155550132' });
  });

  it('takes the first of two names that are labelled alike', () => {
    const part = (title: string, ...fields: [string, string][]): Node =>
      el(
        'section',
        el('h6', title),
        ...fields.map(([label, value]) => el('div', el('div', label), el('div', value))),
      );
    const frame = page([
      el('h3', 'Breakdown 2026-0655'),
      part('Lid', ['Name', 'Fenna Wiersma'], ['Mobile', '(415) 555-0132']),
      part('Wegenwachter', ['Name', 'Sietse Boonstra'], ['Bus', '(415) 555-0175']),
      el('h5', 'Log'),
      el('b', 'Sietse Boonstra'),
      el('span', '08:19'),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Fenna Wiersma', phone: '+14155550132' });
  });

  it('leaves the name of a row empty that says there is no record', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const frame = page([
      el('h1', 'Call-backs due'),
      el(
        'table',
        el('tr', el('th', 'Chart'), el('th', 'Rang at'), el('th', 'From')),
        row('Octavius Bright', '8:44 AM', '(415) 555-0132'),
        row('No chart', '8:39 AM', '(415) 555-0175'),
        row('Lavinia Oakes', '8:12 AM', '(415) 555-0160'),
      ),
    ]);
    expect(capture(frame).callers).toEqual([
      ['Octavius Bright', '+14155550132'],
      [null, '+14155550175'],
      ['Lavinia Oakes', '+14155550160'],
    ]);
  });

  it('takes the name over a number for the caller where no label says so', () => {
    const frame = page([
      el('h1', 'Wrong size boots'),
      card('Dana Lee', 'dana.lee@mail.example', '207-555-0160'),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+12075550160' });
  });

  it('believes what the page says of one person to machines', () => {
    const person = { '@type': 'Person', name: 'Dana Lee', telephone: '+1-518-555-0119' };
    const frame = page(
      [el('div', el('div', 'Dana Lee'), el('div', '(518) 555-0120'), el('div', '(518) 555-0119'))],
      { title: 'Dana Lee', jsonLd: [JSON.stringify(person)] },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+15185550119' });
  });

  it('ignores structured data that is broken or of many people', () => {
    const many = ['Dana Lee', 'Sam Roe'].map((name) => ({ '@type': 'Person', name }));
    for (const jsonLd of [['{"@type":'], [JSON.stringify(many)]])
      expect(capture(page([el('p', 'Welcome')], { jsonLd })).name).toBeNull();
  });

  it('fills in nothing from settings below an account', () => {
    const frame = page(
      [el('h1', 'Line Two'), el('div', el('label', 'Phone number'), el('span', '+1 415 555 0132'))],
      { url: 'https://crm.example/accounts/9/settings/inboxes/3' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: null });
  });

  it('reads the account over a number of its own as the reference', () => {
    const frame = page([
      el('h1', 'Dana Lee'),
      el('dl', el('dt', 'Phone'), el('dd', '(415) 555-0132'), el('dt', 'Account'), el('dd', 'NG-1042')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', reference: 'NG-1042' });
  });

  it('keeps an extension that stands in a field of its own', () => {
    const frame = page([
      el('h1', 'Dana Lee'),
      el('dl', el('dt', 'Phone'), el('dd', '(415) 555-0132'), el('dt', 'Ext.'), el('dd', '2210')),
    ]);
    const { phone } = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(phone.chosen).toMatchObject({ e164: '+14155550132', extension: '2210' });
  });

  it('calls the owner of an animal, not the animal and not the vet who referred it', () => {
    const frame = page(
      [
        el('h1', 'Biscuit'),
        el(
          'div',
          el('h2', 'Patient'),
          el('b', 'Biscuit'),
          el('dl', el('dt', 'Breed'), el('dd', 'Labrador cross')),
        ),
        el('div', el('h2', 'Owner'), el('b', 'Dana Lee'), el('span', '(415) 555-0132')),
        el('div', el('h2', 'Referring vet'), el('b', 'Harbor Vets'), el('span', 'Tel. (415) 555-0199')),
      ],
      { title: 'Biscuit' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('does not take an open tab beside the menu of the session for the agent', () => {
    const frame = page(
      [
        {
          tag: 'nav',
          in: [el('div', el('a', 'Dana Lee'), el('ul', el('li', 'Rosa Agent'), el('li', 'Log out')))],
        },
        el('h1', 'Dana Lee'),
        el('dl', el('dt', 'Phone'), el('dd', '(415) 555-0132')),
      ],
      { title: 'Dana Lee' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('reads "To:" as a label of what comes behind it', () => {
    const frame = page([
      el('div', el('a', 'Dana Lee'), el('a', 'dana@mail.example'), el('a', '(415) 555-0132')),
      el('div', el('strong', 'Dana Lee'), el('div', el('b', 'To:'), 'help@harbor.example')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes who asked, under a card title that is no heading, before the subscriber', () => {
    const frame = page([
      el('h1', 'No signal'),
      el(
        'div',
        el('div', 'Zgłaszający'),
        el(
          'dl',
          field('Imię i nazwisko', 'Dana Lee'),
          field('Telefon', '+1 415 555 0132'),
          field('Abonent', 'Harbor House'),
        ),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes the switchboard of a company that shows its register number', () => {
    const frame = page([
      el('h1', 'Conserverie Bigouden'),
      el('dl', field('SIRET', '199 003 170 00012'), field('Standard', '(415) 555-0132')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Conserverie Bigouden', phone: '+14155550132' });
  });

  it('takes the reception of an institution whose people are listed', () => {
    const frame = withColumns(
      page([
        el('h1', 'Woonzorgcentrum Ravelijn'),
        el('dl', field('Receptie', '(415) 555-0132'), field('Fax', '(415) 555-0133')),
        table(
          ['Naam', 'Functie', 'Telefoon'],
          ['Dana Lee', 'Teamleider', '(415) 555-0134'],
          ['Sam Roe', 'Nachtdienst', '(415) 555-0135'],
        ),
      ]),
    );
    expect(capture(frame)).toMatchObject({ name: 'Woonzorgcentrum Ravelijn', phone: '+14155550132' });
  });

  it("takes neither the parents' number nor the example beside a field", () => {
    const frame = page([
      el('h1', 'Dana Lee'),
      el(
        'dl',
        field('Telefon (Eltern)', '+1 415 555 0199'),
        el('div', el('dt', 'Handynummer'), el('dd', '415-555-0132', el('small', 'z. B. +43 664 1234567'))),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes a large heading further up for the title, not a small one of a higher level', () => {
    const frame = page([
      el('h4', 'Dana Lee'),
      el('dl', field('Phone 1', '+1 415 555 0132'), field('Phone 2', '+1 415 555 0133')),
      el('h3', el('button', 'Merged with profile')),
    ]);
    for (const leaf of frame.leaves) leaf.size = leaf.text === 'Dana Lee' ? 34 : 16;
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('reads a dialog that stands in a part set aside', () => {
    const frame = page([
      el('div', el('h4', 'Sam Roe'), el('dl', field('Phone', '(415) 555-0199')), {
        tag: 'div',
        role: 'dialog',
        in: [
          el('h2', 'Edit guest'),
          el('dl', field('Full name', 'Dana Lee'), field('Mobile', '(415) 555-0132')),
        ],
      }),
    ]);
    const root = frame.boxes[1];
    if (root) root.aside = true;
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes a heading that the menu has as well for a place of the product', () => {
    const frame = page(
      [
        { tag: 'nav', in: [el('a', 'Home'), el('a', 'Contacts'), el('a', 'Quux')] },
        el('h2', 'Quux'),
        el('div', el('span', 'Gas leak'), el('span', '514-555-0111')),
      ],
      { title: 'Quux' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: null });
  });

  it('takes the agent in the bar a page begins with for no caller', () => {
    const row = (at: number): string[] => [`Guest ${'ABCDEFGH'[at]}`, `20${at}`, 'arriving'];
    const frame = withColumns(
      page([
        el('div', el('div', 'Harbor Inn'), el('div', el('p', 'Rosa Park'), el('span', '(415) 555-0199'))),
        el('div', table(['Guest', 'Room', 'Status'], row(1), row(2), row(3), row(4), row(5), row(6))),
      ]),
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: null });
  });

  it('offers the reporter of an issue without a number or an address, and does not fill it in', () => {
    const issue = (...more: Node[]): FrameEvidence =>
      page([
        el('h1', 'Rotate credentials'),
        el('dl', field('Assignee', 'Rosa Park'), field('Reporter', 'Dana Lee'), ...more),
      ]);
    expect(capture(issue()).name).toBeNull();
    expect(capture(issue(field('Phone', '(415) 555-0132')))).toMatchObject({
      name: 'Dana Lee',
      phone: '+14155550132',
    });
  });

  it('reads no label off a button that opens another part, and none off the letter of an avatar', () => {
    const frame = page([
      el('h1', 'Job 62550-1449'),
      el('div', el('button', el('div', 'Flatmate statement'))),
      el('div', el('i', 'M'), el('div', 'Mdm Sivaranjani d/o Krishnan'), el('span', '(415) 555-0132')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Mdm Sivaranjani d/o Krishnan', phone: '+14155550132' });
  });

  it('takes none of the people the agent saw before, or who may be meant, for the caller', () => {
    for (const title of [
      'Recently viewed',
      'Vus récemment',
      'Mögliche Treffer',
      'Misschien bedoelt u',
      '最近表示した顧客',
    ]) {
      const frame = page([
        el('h1', 'Softphone'),
        el('div', el('h2', title), card('Dana Lee', 'dana.lee@mail.example', '(415) 555-0199')),
      ]);
      expect(capture(frame)).toMatchObject({ name: null, phone: null });
    }
  });

  it('takes a list of labels and values for the record’s own, also where a value is a word for a label', () => {
    const row = (label: string, ...values: string[]): Node =>
      el('li', el('div', el('span', label)), el('div', ...values.map((text) => el('span', text))));
    const frame = page([
      el('h1', 'Dental claim not on file'),
      el(
        'ul',
        row('Created For', 'Dana Lee'),
        row('Callback Number', '(415)', '555-', '0132'),
        row('Source', 'Phone'),
        row('Assigned To', 'Sam Roe'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
  });

  it('takes no number for the caller’s that is labelled as another party’s of the record', () => {
    const pair = (label: string, value: string): Node => el('div', el('div', label), el('div', value));
    const frame = page([
      el('h1', 'Dana Lee'),
      el(
        'div',
        pair('Remote', '(415) 555-0132'),
        pair('Address called', '(415) 555-0100'),
        pair('Queue', 'Billing'),
      ),
      el(
        'div',
        pair('Caller', 'Dana Lee'),
        pair('Account holder', 'Winifred Brandt'),
        pair('Account holder phone', '(415) 555-0144'),
        pair('Service request', 'SR-2611-50917'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes who stands under "Legal name" for the one the page is about, whatever their part', () => {
    const pair = (label: string, value: string): Node => el('div', el('label', label), el('span', value));
    const frame = page([
      el('h1', 'Change Contact Information'),
      el('div', el('h3', 'Legal Name'), pair('Worker', 'Dana Lee')),
      el(
        'div',
        el('h3', 'Home Phone'),
        pair('Phone Number', '(415) 555-0132'),
        pair('Phone Device', 'Mobile'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes account numbers set in groups for references', () => {
    const of = (label: string, value: string) =>
      capture(page([el('h1', 'Dana Lee'), el('dl', field('Mobile', '(415) 555-0132'), field(label, value))]))
        .reference;
    expect(of('Account number', '4401 5550 18')).toBe('4401 5550 18');
    expect(of('Vertragsnummer', 'VN 30231 25917')).toBe('VN 30231 25917');
    expect(of('Remark', '4401 5550 18')).toBeNull();
  });

  it('takes the line a page ends in for the company’s, also where it is no footer', () => {
    const parts = Array.from({ length: 12 }, (_, at) => field(`Zorblat ${at}`, `grix ${at}`));
    const frame = page([
      el(
        'main',
        el('h1', 'Dana Lee'),
        el('dl', field('Snarf', '(415) 555-0132'), ...parts),
        el('p', 'Zorbdesk (415) 555-0199 · Reg 41555501'),
      ),
    ]);
    const { phone } = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(phone.chosen?.e164).toBe('+14155550132');
    expect(phone.candidates.find(({ e164 }) => e164 === '+14155550199')?.confidence).toBeLessThan(0.05);
  });

  it('takes what a telephone is set to say of us, and the page of one’s own account, for no caller', () => {
    const settings = page([
      el('b', 'Extension'),
      el(
        'table',
        ...[
          ['Effective Caller ID Name', 'Front Desk'],
          ['Outbound Caller ID Name', 'COPPER BASIN DENTAL'],
          ['Voicemail Password', '80142'],
          ['Accountcode', 'copperbasin'],
        ].map((cells) => el('tr', ...cells.map((text) => el('td', text)))),
      ),
    ]);
    expect(capture(settings).name).toBeNull();
    const own = page([
      el('h2', 'My Account Profile'),
      el('dl', field('First name', 'Dana'), field('Last name', 'Lee'), field('Mobile', '(415) 555-0132')),
    ]);
    expect(capture(own)).toMatchObject({ name: null, phone: null });
  });

  it('reads a name out of a variable of a telephone system, and by the letter beside the name of the title', () => {
    const call = page([
      el('h1', 'Call'),
      el('dl', field('Caller Name', 'DANA%20LEE'), field('Ani', '4155550132')),
    ]);
    expect(capture(call).name).toBe('DANA LEE');
    const company = page(
      [
        el('h1', 'Companies'),
        el('div', el('span', 'P'), el('div', 'Platte Farm Supply'), el('div', 'Added 1 year ago')),
        el('dl', field('Domain Name', 'platte.example'), field('Phone', '(415) 555-0132')),
      ],
      { title: 'Platte Farm Supply' },
    );
    expect(capture(company)).toMatchObject({ name: 'Platte Farm Supply', phone: '+14155550132' });
  });

  it('takes no name a settings page gives our own line, and no name of a menu’s place in the singular', () => {
    const settings = page([
      el('h1', 'Settings'),
      el('dl', field('Outgoing line', '(415) 555-0100'), field('Caller ID name', 'SHORELINE MARINE')),
    ]);
    expect(capture(settings)).toMatchObject({ name: null, phone: null });
    const call = page(
      [
        el('nav', el('a', 'Companies'), el('a', 'Communications'), el('a', 'Reports')),
        el('h1', 'Communication'),
        el('dl', field('Calling number', '(415) 555-0132'), field('Subject', 'No message')),
        el('p', 'No person has this phone number.'),
      ],
      { title: 'Communication' },
    );
    expect(capture(call)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it.each(['გიორგი ბერიძე', '李', 'ნინო'])('takes %s for a name, in a heading and under a label', (name) => {
    const details = el('dl', field('Phone', '(415) 555-0132'));
    const caller = el('dl', field('Caller', name), field('Phone', '(415) 555-0132'));
    for (const frame of [
      page([el('h1', name), details], { url: 'https://crm.example/contacts/1' }),
      page([el('h1', 'Ticket 48201'), caller]),
    ])
      expect(capture(frame)).toMatchObject({ name, phone: '+14155550132' });
  });
});
