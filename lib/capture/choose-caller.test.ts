import { describe, expect, it } from 'vitest';
import { chooseCaller } from './choose-caller.ts';
import type { Box, FrameEvidence, Leaf } from './evidence.ts';

/** An element with its children: texts, or elements in turn. */
type Node = string | { tag: string; role?: string; in: readonly Node[] };

const el = (tag: string, ...children: readonly Node[]): Node => ({ tag, in: children });

function page(
  parts: readonly Node[],
  more: Partial<Pick<FrameEvidence, 'url' | 'title' | 'jsonLd'>> = {},
): FrameEvidence {
  const boxes: Box[] = [{ parent: -1, tag: 'body', index: 0 }];
  const leaves: Leaf[] = [];
  const add = (node: Node, parent: number, index: number): void => {
    if (typeof node === 'string') {
      leaves.push({ box: parent, kind: 'text', text: node });
      return;
    }
    const box = boxes.push({ parent, tag: node.tag, index, ...(node.role ? { role: node.role } : {}) }) - 1;
    for (const [at, child] of node.in.entries()) add(child, box, at);
  };
  for (const [at, part] of parts.entries()) add(part, 0, at);
  return {
    version: 1,
    url: 'https://crm.example/',
    title: '',
    lang: 'en',
    top: true,
    focused: true,
    area: 1_000_000,
    selection: '',
    boxes,
    leaves,
    jsonLd: [],
    foreign: [],
    stats: { ms: 1, nodes: 1, stopped: false, cut: false },
    ...more,
  };
}

function capture(frame: FrameEvidence) {
  const { name, phone, reference, callers } = chooseCaller([frame], {
    defaultCountry: 'US',
    now: 0,
    zone: 'UTC',
  });
  return {
    name: name.chosen?.value ?? null,
    phone: phone.chosen?.e164 ?? null,
    reference: reference.chosen?.value ?? null,
    callers: callers.map((row) => [row.name, row.phone?.e164]),
  };
}

const card = (name: string, ...details: string[]): Node =>
  el('div', el('h3', name), ...details.map((text) => el('div', text)));

describe('chooseCaller', () => {
  it('takes fields built like rows for fields, by what stands in them and not by their labels', () => {
    const line = (...texts: string[]): Node => el('li', ...texts.map((text) => el('span', text)));
    const frame = page(
      [
        el('h1', 'Dana Lee'),
        el(
          'ul',
          line('Blower', '(415) 555-0132'),
          line('Works blower', '(415) 555-0175'),
          line('Fob', '4155550199'),
          line('Minder', 'Theo Brandt'),
          line('Post', 'dana@mail.example'),
        ),
      ],
      { title: 'Dana Lee' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
  });

  it('takes parts of a record for parts where one says so, and a list of jobs for a list', () => {
    const part = (title: string, name: string, number: string): Node =>
      el('li', el('b', title), el('div', name), el('div', number));
    const parts = page([
      el('h1', 'Boat trip 12'),
      el(
        'ul',
        part('Customer', 'Dana Lee', '(415) 555-0132'),
        part('Landlubber', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(parts)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
    const jobs = page([
      el('h1', 'Jobs'),
      el(
        'ul',
        part('Kitchen tap drips', 'Dana Lee', '(415) 555-0132'),
        part('Boiler cold', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(jobs)).toMatchObject({
      name: null,
      phone: null,
      callers: [
        ['Dana Lee', '+14155550132'],
        ['Ida Berg', '+14155550175'],
      ],
    });
  });

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

  it('does not take our own line for the caller’s on the record of a call that is over', () => {
    const frame = page(
      [
        el('h1', 'Dana Lee'),
        el('span', 'Today 14:20'),
        el('div', el('label', 'DID'), el('span', '(415) 555-0100')),
        el('div', el('label', 'Mobile'), el('span', '(415) 555-0132')),
      ],
      { url: 'https://crm.example/calls/991', title: 'Dana Lee' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('keeps the rows of a table whose first column is who owns them, and of a log with the agent in it', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const owned = page([
      el('h1', 'Customers'),
      el(
        'table',
        el('tr', el('th', 'Owner'), el('th', 'Name'), el('th', 'Phone')),
        row('Sam Poole', 'Dana Lee', '(415) 555-0132'),
        row('Sam Poole', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(owned).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Berg', '+14155550175'],
    ]);
    const log = page([
      el('header', el('span', 'Sam Poole'), el('button', 'Sign out')),
      el('h1', 'Calls'),
      el(
        'ul',
        ...[
          ['Dana Lee', '(415) 555-0132', '09:12'],
          ['Sam Poole', '(415) 555-0160', '09:15'],
          ['Ida Berg', '(415) 555-0175', '09:20'],
        ].map((cells) => el('li', ...cells.map((text) => el('span', text)))),
      ),
    ]);
    expect(capture(log).callers).toHaveLength(3);
  });

  it('takes no note about an unhappy caller for a caller nobody knows', () => {
    const frame = page([
      el('h1', 'Ticket 12'),
      el('div', el('label', 'Customer'), el('span', 'Dana Lee')),
      el('div', el('label', 'Phone'), el('span', '(415) 555-0132')),
      el('div', el('label', 'Note'), el('span', 'Caller is not happy')),
    ]);
    const { name } = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(name.chosen?.value).toBe('Dana Lee');
    expect(name.chosen?.confidence).toBeGreaterThan(0.9);
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

  it('takes the first number of a page that shows a call in hand for the one that called', () => {
    const frame = page(
      [
        el('div', el('h1', 'On the line'), el('span', '00:19')),
        el(
          'div',
          el('h3', 'Not a known member'),
          el('div', '(415) 555-0132'),
          el('div', el('div', 'Skill'), el('div', 'Roadside EN')),
        ),
        el('h3', 'Lately'),
        el('div', el('div', 'Yesterday'), el('div', 'Rosamund Tate, (415) 555-0175')),
      ],
      { url: 'https://crm.example/call/now' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('takes the number of a call from nobody known also where only its address and its words say so', () => {
    const frame = page(
      [
        el('div', 'Connected 00:33'),
        el('div', 'No recipient or shipper owns this number'),
        el('h1', 'Now talking'),
        el('div', el('h4', '(415) 555-0132'), el('div', 'Leg'), el('div', 'sl-45855')),
        el('h1', 'Perhaps a parcel for'),
        el('ul', el('li', el('p', 'Ignacio Blum'), el('p', '(415) 555-0175'))),
      ],
      { url: 'https://crm.example/calls/live' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
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

  it('takes cards of fields with a date each for the record’s parts, not for a list beside it', () => {
    const part = (title: string, ...fields: [string, string][]): Node =>
      el(
        'div',
        el('div', title),
        el('div', ...fields.map(([label, value]) => el('div', el('span', label), el('span', value)))),
      );
    const frame = page(
      [
        el('h3', 'Leopold Marchetti'),
        el(
          'div',
          part(
            'Get hold of',
            ['Mobile', '(415) 555-0132'],
            ['E-mail', 'leo@mail.example'],
            ['Since', '12 min'],
            ['Status', 'Gold'],
          ),
          part(
            'Stored',
            ['Key code', '5055-5013'],
            ['Plate', 'NM 505'],
            ['Next due', '05/05/2027'],
            ['Status', 'Good'],
          ),
        ),
      ],
      { title: 'Leopold Marchetti' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Leopold Marchetti', phone: '+14155550132', callers: [] });
  });

  it('reads a column of two kinds of callers, and leaves lists of those who work with us alone', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const list = (...head: string[]): FrameEvidence =>
      page([
        el('h1', 'Overnight'),
        el(
          'table',
          el('tr', ...head.map((text) => el('th', text))),
          row('Folasade Tremblay', 'Kelowna N', '(415) 555-0132'),
          row('Ignatius Wong', 'Kelowna S', '(415) 555-0175'),
        ),
      ]);
    expect(capture(list('Client or referrer', 'Area', 'Rang from')).callers).toEqual([
      ['Folasade Tremblay', '+14155550132'],
      ['Ignatius Wong', '+14155550175'],
    ]);
    expect(capture(list('Caregiver', 'Area', 'Cell')).callers).toEqual([]);
  });

  it('offers no people of our own as callers: boards, rosters, lists with the one who is signed in', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const people = el(
      'table',
      el('tr', el('th', 'Unit'), el('th', 'Patrol'), el('th', 'Unit mobile')),
      row('BS-04', 'Gethin Bowyer', '(415) 555-0132'),
      row('BS-07', 'Shanthi Perera', '(415) 555-0175'),
      row('GL-01', 'Maurice Tilley', '(415) 555-0160'),
    );
    expect(capture(page([el('h1', 'Patrol roster'), people])).callers).toEqual([]);
    const own = page([
      el('header', el('span', 'Shanthi Perera'), el('button', 'Sign out')),
      el('h1', 'Week 47'),
      people,
    ]);
    expect(capture(own).callers).toEqual([]);
    expect(capture(page([el('h1', 'Week 47'), people])).callers).toHaveLength(3);
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

  it('takes a number beside a label nobody knows, not an id beside another', () => {
    const field = (label: string, value: string): Node => el('div', el('i', label), el('span', value));
    const frame = page([
      el(
        'div',
        field('Plotholder', 'Dana Lee'),
        field('Blower', '(415) 555-0132'),
        field('Waiting since', '12/03/2019'),
        field('Gate fob', '4155550199'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('leaves the conversations beside the record alone', () => {
    const row = (who: string, when: string): Node =>
      el('div', el('h4', who), el('p', 'thanks'), el('span', when));
    const frame = page([
      el('div', row('+1 415 555 0177', '2h'), row('Sam Roe', '1d')),
      card('Dana Lee', 'dana.lee@mail.example'),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: null });
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

  it('offers the rows of a call log that names nobody', () => {
    const call = (number: string, when: string): Node =>
      el('li', el('div', number), el('div', 'Missed'), el('div', when));
    const frame = page([el('ul', call('+1 505-555-0171', '9:12 AM'), call('+1 505-555-0173', '8:40 AM'))]);
    expect(capture(frame)).toMatchObject({
      name: null,
      phone: null,
      callers: [
        [null, '+15055550171'],
        [null, '+15055550173'],
      ],
    });
  });

  it('puts first and last name columns of a list together', () => {
    const cells = (tag: string, texts: string[]): Node => el('tr', ...texts.map((text) => el(tag, text)));
    const frame = page([
      el(
        'table',
        cells('th', ['Last name', 'First name', 'Company', 'Phone']),
        cells('td', ['Lee', 'Dana', 'Harbor Tile', '(415) 555-0132']),
        cells('td', ['Roe', 'Sam', 'Fern Dental', '(415) 555-0133']),
      ),
    ]);
    for (const [at, box] of frame.boxes.entries())
      if (/^t[dh]$/.test(box.tag))
        box.column = frame.boxes.slice(0, at).filter((one) => one.parent === box.parent).length;
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Sam Roe', '+14155550133'],
    ]);
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

  it('takes the number beside "Unknown number", not those of possible customers', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const frame = page([
      el('h1', 'Inbox'),
      el('div', el('h2', 'Voicemail'), el('b', 'Unknown number'), el('span', '(415) 555-0132')),
      el(
        'div',
        el('h2', 'Possible clients'),
        el('table', row('Dana Lee', '(415) 555-0123'), row('Sam Roe', '(415) 555-0312')),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('offers no rows of services on the page that greets the agent', () => {
    const row = (tag: string, ...cells: string[]): Node => el('tr', ...cells.map((text) => el(tag, text)));
    const frame = page([
      el('h1', 'Good morning, Rosa'),
      el(
        'table',
        row('th', 'Service', 'Contact', 'Number'),
        row('td', 'Glass repair', 'Clearscreen', '(415) 555-0132'),
        row('td', 'Legal cover', 'Ashdown LLP', '(415) 555-0133'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: null, callers: [] });
  });

  it('takes replies with signatures for a conversation, not for a list of callers', () => {
    const reply = (who: string, said: string, number: string): Node =>
      el(
        'div',
        el('strong', who),
        el('span', '19 Feb 2026 9:02'),
        el('div', el('p', said), el('p', who, number)),
      );
    const frame = page([
      el('h1', 'Two boxes missing'),
      reply('Rosa Agent', 'Hello, we are looking into it.', 'Tel. (415) 555-0199'),
      reply('Dana Lee', 'Two boxes are missing.', 'Mobile: (415) 555-0132'),
      el('div', el('a', 'Dana Lee'), el('a', 'dana.lee@mail.example')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
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

  const field = (label: string, value: string): Node =>
    el('div', el('dt', el('span', label)), el('dd', el('div', value)));
  const table = (head: string[], ...rows: string[][]): Node =>
    el(
      'table',
      el('tr', ...head.map((text) => el('th', text))),
      ...rows.map((cells) => el('tr', ...cells.map((text) => el('td', text)))),
    );
  const withColumns = (frame: FrameEvidence): FrameEvidence => {
    for (const [at, box] of frame.boxes.entries())
      if (/^t[dh]$/.test(box.tag))
        box.column = frame.boxes.slice(0, at).filter((one) => one.parent === box.parent).length;
    return frame;
  };

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

  it('takes the number of a caller who is not known', () => {
    const frame = page([
      el('h2', 'Missed call'),
      el('dl', field('Caller', 'Unknown caller'), field('Number', '(415) 555-0132')),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('takes the switchboard of a company that shows its register number', () => {
    const frame = page([
      el('h1', 'Conserverie Bigouden'),
      el('dl', field('SIRET', '199 003 170 00012'), field('Standard', '(415) 555-0132')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Conserverie Bigouden', phone: '+14155550132' });
  });

  it('leaves the column of our own lines out of a call log, whatever it is called', () => {
    const frame = withColumns(
      page([
        el('h1', 'Missed calls'),
        table(
          ['Time', 'Number', 'Customer', 'Circuit'],
          ['09:41', '(415) 555-0132', 'Dana Lee', '(415) 555-0100'],
          ['09:38', '(415) 555-0133', 'Sam Roe', '(415) 555-0100'],
          ['09:12', '(415) 555-0134', 'Kim Poe', '(415) 555-0101'],
          ['08:57', '(415) 555-0135', 'Lou Fay', '(415) 555-0101'],
          ['08:50', 'withheld', 'unknown', '(415) 555-0101'],
        ),
      ]),
    );
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Sam Roe', '+14155550133'],
      ['Kim Poe', '+14155550134'],
      ['Lou Fay', '+14155550135'],
    ]);
  });

  it('takes no colleague of a wallboard for a caller', () => {
    const frame = withColumns(
      page(
        [
          el('h1', 'Real-time queues'),
          table(
            ['Worker', 'Activity', 'Contact URI'],
            ['Rosa Park', 'On a call', '+1 415 555 0132'],
            ['Ben Ode', 'Break', '+1 415 555 0133'],
          ),
        ],
        { title: 'Missed calls : Harbor Solar' },
      ),
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: null, callers: [] });
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

  it('fills in the number of a call from nobody known, and none of the names beside it', () => {
    const recent = (name: string, number: string): Node => el('li', el('div', name), el('div', number));
    for (const unknown of [
      'Número no agendado',
      'Unknown caller on line 2',
      'Not in customer master',
      'Kein Treffer',
    ]) {
      const frame = page([
        {
          tag: 'div',
          role: 'alert',
          in: [
            el('h2', 'Incoming call'),
            el('div', unknown),
            el('div', '(415) 555-0132'),
            el('div', 'Mar del Plata'),
            el('button', 'Answer'),
          ],
        },
        el('h2', 'Recent'),
        el('ul', recent('Dana Lee', '(415) 555-0199'), el('li', el('div', 'Sam Roe'), el('div', 'CB-5133'))),
      ]);
      expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
    }
  });

  it('takes the calls an agent has open, listed in the bar, for no part of the bar', () => {
    const frame = page([
      {
        tag: 'nav',
        in: [
          el('a', 'Home'),
          el('a', 'Accounts'),
          el('div', el('span', 'Dana Lee'), el('span', '415-555-0132'), el('span', '04:51')),
        ],
      },
      el(
        'dl',
        field('Name', 'Dana Lee'),
        field('Home', '(415) 555-0132'),
        field('DNIS', '(415) 555-0199'),
        field('Meter', 'ML 77'),
      ),
    ]);
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

  it('takes the fields of a company and the list of its people for no list of two', () => {
    const cell = (...texts: string[]): Node => el('div', ...texts.map((text) => el('p', text)));
    const frame = page([
      el('h2', 'Drukkerij De Pers B.V.'),
      el('div', cell('Algemeen', '(415) 555-0132'), cell('Fax', '(415) 555-0133'), cell('KvK', '03879401')),
      el('div', cell('Dana Lee', 'HR', '(415) 555-0134'), cell('Sam Roe', 'Wagenpark', '(415) 555-0135')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Drukkerij De Pers B.V.', phone: '+14155550132' });
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
});
