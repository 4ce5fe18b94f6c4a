/** What products of others render themselves, found on their own pages: webmail, groupware, issue trackers, ERP. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  el,
  field,
  type Node,
  page,
  table,
  withColumns,
  withLeaves,
} from '../../tests/support/unit/capture-page.ts';
import { isCompanyName, nameShape } from './name-shape.ts';
import { isAboveRecord, pageModel } from './page-model.ts';

const phone = '(415) 555-0132';

describe('records as products render them', () => {
  it('take the words of icon fonts for pictures', () => {
    const beside = el('div', el('md-icon', 'person'), el('span', 'Shared Folder'));
    const number = el('p', el('md-icon', 'smartphone'), el('span', phone));
    const record = page([beside, el('h1', 'Dana Lee'), number], { title: 'Dana Lee' });
    expect(capture(record)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
    // A word in italics may say what kind of number it is.
    const kinds = page([el('h1', 'Dana Lee'), el('p', el('i', 'fax'), el('span', phone))], {
      title: 'Dana Lee',
    });
    expect(capture(kinds).phone).toBeNull();
    // The same word as a label is one.
    const labelled = page([el('div', el('b', 'person'), el('span', 'Rosa Quill')), el('p', phone)]);
    expect(capture(labelled).name).toBe('Rosa Quill');
  });

  it('put a name together whose parts are set large beside each other', () => {
    const parts = (...names: string[]) =>
      withLeaves(
        page([
          el('div', ...names.map((text) => el('span', text))),
          el('dl', field('Mobile', phone), field('Town', 'Marlow')),
          el('p', 'Lease signed in May'),
        ]),
        Object.fromEntries([
          ...names.map((text) => [text, { size: 28 }]),
          ...['Mobile', phone, 'Town', 'Marlow', 'Lease signed in May'].map((text) => [text, { size: 14 }]),
        ]),
      );
    expect(capture(parts('Orla', 'Tregenza')).name).toBe('Orla Tregenza');
    expect(capture(parts('Hendrikje', 'van der Zwaag-Osei')).name).toBe('Hendrikje van der Zwaag-Osei');
  });

  it('read a table of ways to reach somebody as theirs, and its people as a company’s', () => {
    const ways = (...rows: string[][]) =>
      capture(
        withColumns(
          page([el('dl', field('Name', 'Calder Trust')), table(['Type', 'Number', 'Name'], ...rows)], {
            url: 'https://erp.example/party/6',
          }),
        ),
      ).phone;
    expect(ways(['Phone', phone, ''], ['Fax', '(415) 555-0139', ''])).toBe('+14155550132');
    expect(
      ways(
        ['Phone', phone, 'Switchboard'],
        ['Mobile', '(415) 555-0133', 'Hetty Okonkwo'],
        ['Phone', '(415) 555-0134', 'Gus Marsh'],
      ),
    ).toBe('+14155550132');
  });

  it('take the one chosen from a list of names beside it', () => {
    const row = (name: string, mail: string): Node => el('li', el('div', el('b', name), el('span', mail)));
    const list = el(
      'ul',
      row('Ilse Vautour', 'ilse@a.example'),
      row('Maisie Fforde', 'maisie@b.example'),
      row('Odette Marsh', 'odette@c.example'),
      row('Theodore Augustine', 'theo@d.example'),
      row('(415) 555-0188', ''),
    );
    const chosen = el('section', el('div', 'Odette Marsh'), el('dl', field('Cell', phone)));
    expect(capture(page([list, chosen]))).toMatchObject({ name: 'Odette Marsh', phone: '+14155550132' });
    const silent = el('section', el('div', 'Maisie Fforde'), el('dl', field('Note', 'Writes only')));
    expect(capture(page([list, silent])).phone).toBeNull();
  });

  it('take the sender of a letter, not whom it greets, and not her whose number it gives', () => {
    const letter = page([
      el('div', el('span', 'From'), el('span', 'Caspian Wetherby <caspian@pilots.example>')),
      el('div', 'Hi Imelda,'),
      el('div', `problem, her number is ${phone}.`),
    ]);
    expect(capture(letter)).toMatchObject({ name: 'Caspian Wetherby', phone: null });
  });

  it('read "Dana Lee <number>" as her number', () => {
    const lead = page([el('dl', field('Party', 'Dana Lee'), field('Contact', `Dana Lee <${phone}>`))]);
    expect(capture(lead)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('take the only number of a matter for its caller’s, though nobody is named', () => {
    const of = (url: string) =>
      capture(
        page([el('h1', 'Boiler out'), el('dl', field('Phone', phone), field('Priority', 'High'))], { url }),
      ).phone;
    expect(of('https://desk.example/issues/41208')).toBe('+14155550132');
    expect(of('https://desk.example/boiler-plans')).toBeNull();
  });

  it('know nobody on pages of the one who is signed in, and of the product itself', () => {
    const fields = el(
      'dl',
      field('First name', 'Jörg'),
      field('Last name', 'Petersen'),
      field('Mobile', phone),
    );
    const of = (url: string) => capture(page([fields], { url })).name;
    expect(of('https://desk.example/my/account')).toBeNull();
    expect(of('https://desk.example/users/12')).toBe('Jörg Petersen');
    const home = (path: string) =>
      capture(
        page([el('h1', 'Harbor Marine Service Desk'), el('p', 'Log every call of the day as an issue.')], {
          title: 'Harbor Marine Service Desk',
          url: `https://desk.example${path}`,
        }),
      ).name;
    expect(home('/')).toBeNull();
    expect(home('/companies/harbor-marine-service-desk')).not.toBeNull();
  });

  it('are told from the product over them by its place in the tab’s title', () => {
    const parts = (product: string) => [
      el('div', el('md-icon', 'menu'), el('div', product)),
      el(
        'div',
        el('div', 'Marguerite Oyelaran'),
        el('dl', field('Phone', phone), field('Fax', '(415) 555-0139')),
      ),
    ];
    const large = { size: 24 };
    const record = withLeaves(
      page(parts('Quill Works'), {
        title: 'Contact Details - Quill Works',
        url: 'https://crm.example/contacts/31',
      }),
      {
        'Quill Works': large,
        'Marguerite Oyelaran': large,
        Phone: { size: 14 },
        Fax: { size: 14 },
      },
    );
    expect(capture(record).name).toBe('Marguerite Oyelaran');
    expect(nameShape('Dealer CRM')).toBeLessThan(0.2);
    for (const person of ['Cara Lee', 'Caro Emerald', 'Beste Kaya', 'Gentile Marco'])
      expect(nameShape(person), person).toBe(0.9);
  });

  it('read labels in head cells, each before its value, for fields', () => {
    const row = (...pairs: string[]): Node =>
      el('tr', ...pairs.map((text, at) => el(at % 2 ? 'td' : 'th', text)));
    const parent = page([
      el('h2', 'Contact information'),
      el(
        'table',
        row('Full name', 'Mrs Rosamund Keane', 'Relationship', 'Mother'),
        row('Mobile', phone, 'Home phone', '(415) 555-0142'),
        row('Email', 'r.keane@mail.example', 'Preferred contact', 'Mobile'),
        row('Residential address', '16 Billabong Rise', 'Emergency contact', 'Neville Keane, (415) 555-0187'),
      ),
    ]);
    const { name, phone: number } = capture(withColumns(parent));
    expect([name, number]).toEqual(['Mrs Rosamund Keane', '+14155550132']);
  });

  it('list rows that are custom elements, each alone in its root', () => {
    const row = (...cells: string[]): Node =>
      el('x-row', { tag: 'div', role: 'listitem', in: cells.map((text) => el('span', text)) });
    const list = el(
      'x-list',
      row('08:02', 'Cordelia Nakamura', '(415) 555-0132'),
      row('08:21', 'Benedikta Okafor', '(415) 555-0133'),
      row('08:40', 'Ambrose Whitlam', '(415) 555-0134'),
    );
    expect(capture(page([el('h1', 'Calls'), list])).callers.map(([name]) => name)).toEqual([
      'Cordelia Nakamura',
      'Benedikta Okafor',
      'Ambrose Whitlam',
    ]);
  });

  it('take the company over its own record, wherever its number stands', () => {
    const account = page(
      [
        el('main', el('h1', 'Calder & Holme Architects'), el('p', 'Since 2014')),
        el('aside', el('h3', 'How to reach them'), el('dl', field('Phone', phone))),
      ],
      { url: 'https://crm.example/companies/31' },
    );
    expect(capture(account)).toMatchObject({ name: 'Calder & Holme Architects', phone: '+14155550132' });
    const titled = page([
      el('div', 'Commercial Account: Patuxent Marine Supply, Inc.'),
      el('dl', field('Named Insured', 'Patuxent Marine Supply, Inc.'), field('Business Phone', phone)),
    ]);
    expect(capture(titled)).toMatchObject({ name: 'Patuxent Marine Supply, Inc.', phone: '+14155550132' });
    const analysts = page([el('h1', 'BluePeak Analytics'), el('dl', field('Phone', phone))], {
      title: 'BluePeak Analytics',
    });
    expect(capture(analysts).name).toBe('BluePeak Analytics');
    const ours = page([el('h1', 'Call Analytics'), el('dl', field('Phone', phone))], {
      title: 'Call Analytics',
    });
    expect(capture(ours)).toMatchObject({ name: null, phone: null });
  });

  it('know the bars that kits make elements of, by their names', () => {
    const inBar = (bar: string) =>
      pageModel([page([el(bar, el('span', 'Rosa Quill')), el('p', 'Incoming call')])]).items[0]?.chrome;
    for (const bar of ['nz-header', 'mat-sidenav', 'app-navbar', 'ix-application-header', 'x-footer'])
      expect(inBar(bar), bar).toBe(true);
    for (const part of ['ion-card-header', 'mat-card-header', 'x-record'])
      expect(inBar(part), part).toBe(false);
  });

  it('take the patient in a banner over the screen’s own title, where the tab names them', () => {
    const parts = [
      el('aside', el('div', 'Gregory Thibault'), el('div', el('b', 'MRN:'), el('span', '60420155'))),
      el('main', el('h1', 'Telephone Encounter'), el('dl', field('Reason', 'Refill'), field('Phone', phone))),
    ];
    const of = (title: string) =>
      capture(page(parts, { title, url: 'https://clinic.example/encounter/20871' })).name;
    expect(of('Telephone Encounter - Thibault, Gregory')).toBe('Gregory Thibault');
    expect(of('Telephone Encounter')).not.toBe('Gregory Thibault');
  });

  it('are not headed by the first of several small headings, each over a row', () => {
    const row = (name: string) => el('li', el('h3', name), el('p', 'Hahndorf'));
    const above = (...names: string[]) => {
      const model = pageModel([page([el('div', el('b', phone)), el('ul', ...names.map(row), ...fill)])]);
      return model.items[0] ? isAboveRecord(model, model.items[0]) : null;
    };
    const fill = Array.from({ length: 12 }, (_, at) => el('li', `Line ${at}`));
    expect(above('Petra Hale')).toBe(true);
    expect(above('Petra Hale', 'Galah Supplies')).toBe(false);
  });

  it('are nobody’s below the address of the administration, unless it leads to one', () => {
    const at = (path: string) =>
      capture(
        page([el('dl', field('Name', 'Dana Lee'), field('Phone', phone))], {
          url: `https://crm.example${path}`,
        }),
      );
    expect(at('/admin/desk')).toMatchObject({ name: null, phone: null });
    expect(at('/admin/musteriler/20871')).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
    expect(at('/wp-admin/post.php?post=4711').name).toBe('Dana Lee');
  });

  it('put a name together that is filled in part by part, in a field and in a column', () => {
    const name = (first: string, last: string): Node =>
      el('div', el('div', el('span', first)), el('div', el('span', last)));
    const call = page([
      el('h1', 'No water on packing line 2'),
      el('div', el('p', 'Contact'), name('Lucinda', 'Abernathy-Voss')),
      el('div', el('p', 'Callback Number'), el('p', phone)),
    ]);
    expect(capture(call)).toMatchObject({ name: 'Lucinda Abernathy-Voss', phone: '+14155550132' });
    const row = (first: string, last: string, number: string, time: string): Node =>
      el('tr', el('td', name(first, last)), el('td', number), el('td', time));
    const list = el(
      'table',
      el('tr', el('th', 'Contact'), el('th', 'Callback Number'), el('th', 'Received At')),
      row('Thandeka', 'Mokoena-Reyes', '(415) 555-0133', '1:45 PM'),
      row('Desmond', 'Achebe', '(415) 555-0134', '3:40 PM'),
    );
    expect(capture(withColumns(page([el('h1', 'Calls'), list]))).callers.map(([one]) => one)).toEqual([
      'Thandeka Mokoena-Reyes',
      'Desmond Achebe',
    ]);
    // Letters of a picture, and a company under a name, are no parts of it.
    const person = (...texts: string[]) =>
      capture(page([el('div', ...texts.map((text) => el('span', text))), el('dl', field('Mobile', phone))]))
        .name;
    expect(person('RB', 'Roscoe Bright')).toBe('Roscoe Bright');
  });

  it('take nobody of a list of first and last names for the caller', () => {
    const users = table(
      ['Surname', 'Given name', 'Login'],
      ['Hollis', 'Edmund', 'ehollis'],
      ['Marchbank', 'Tilda', 'tm'],
    );
    expect(capture(withColumns(page([el('h1', 'List'), users]))).name).toBeNull();
  });

  it('keep names of firms of trades for companies', () => {
    for (const firm of ['Foxglove & Finch Booksellers', 'Beacon & Thorne Architects'])
      expect(isCompanyName(firm), firm).toBe(true);
    for (const person of ['Dana & Sam Jones', 'Sarah Jane Law', 'Ann Marie Press'])
      expect(isCompanyName(person), person).toBe(false);
  });
});
