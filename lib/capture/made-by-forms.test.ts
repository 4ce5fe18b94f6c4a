import { describe, expect, it } from 'vitest';
import { capture, el, field, page, table, withColumns } from '../../tests/support/unit/capture-page.ts';

describe('pages that products make of forms', () => {
  it('have letters marked as keys inside words, and no names of them', () => {
    const key = (letter: string, rest: string) => el('a', el('u', letter), rest);
    const list = page([
      el('h1', key('N', 'ew contact')),
      el('div', key('B', 'rowse'), key('S', 'earch'), el('a', 'De', el('u', 'l'), 'ete')),
      el('p', 'Nothing is chosen'),
    ]);
    expect(capture(list).name).toBeNull();
  });

  it('say in their heading what is done with whom', () => {
    const record = page([el('h1', 'Edit "Lachlan O\'Hanlon"'), el('dl', field('Phone', '(415) 555-0132'))]);
    expect(capture(record).name).toBe("Lachlan O'Hanlon");
  });

  it('hold the whole name beside its parts', () => {
    const form = page([
      el('h1', 'Edit user'),
      el(
        'dl',
        field('First name', 'Obadiah'),
        field('Name', 'Obadiah Harker'),
        field('Mobile', '415-555-0137'),
      ),
    ]);
    expect(capture(form)).toMatchObject({ name: 'Obadiah Harker', phone: '+14155550137' });
  });

  it('are of the agent where they ask for a password, whatever they are headed', () => {
    const me = (who: string) =>
      page(
        [
          el('nav', el('a', 'Home'), el('button', who)),
          el(
            'main',
            el('h1', 'Imke Dorn'),
            el('h2', 'Profile'),
            el('dl', field('First name', 'Imke'), field('Last name', 'Dorn')),
          ),
        ],
        { url: 'https://crm.example/settings/profile' },
      );
    expect(capture(me('Imke Dorn')).name).toBeNull();
  });

  it('number what they hold several of, and the first comes first', () => {
    const company = page([
      el('h2', 'Havnegata Elektro'),
      el(
        'dl',
        field('Telephone 1', '(415) 555-0150'),
        field('Telephone 2', '(415) 555-0151'),
        field('Fax', '(415) 555-0159'),
        field('Email', 'post@havnegata.example'),
      ),
    ]);
    expect(capture(company).phone).toBe('+14155550150');
  });

  it('show cards of whom their fields name, which are no list', () => {
    const ticket = page(
      [
        el('h2', '22514 – Height motor stops'),
        el('h4', 'Case'),
        el(
          'dl',
          field('Case ID', '22514'),
          field('Business account', 'Lofotfisk Drift AS'),
          field('Contact', 'Bo Hellesvik'),
          field('Owner', 'Dana Ross'),
        ),
        el('h4', 'Contact info'),
        el(
          'div',
          el(
            'div',
            el('strong', 'Bo Hellesvik'),
            el('div', 'Office manager'),
            el('div', 'Mobile: 415-555-0117'),
            el('div', 'bo@lofotfisk.example'),
          ),
          el(
            'div',
            el('strong', 'Lofotfisk Drift AS'),
            el('div', 'Svolvær'),
            el('div', 'Switchboard: 415-555-0100'),
          ),
        ),
      ],
      { url: 'https://crm.example/cases/22514', title: '22514 – Height motor stops' },
    );
    expect(capture(ticket)).toMatchObject({ name: 'Bo Hellesvik', phone: '+14155550117', callers: [] });
  });

  it('say of a number that there is none, and know whom they are of', () => {
    const ticket = page([
      el('h1', 'Case 2301 5547'),
      el('dl', field('Customer', 'Eldbjørg Kvalsund'), field('Status', 'In progress')),
      el('h3', 'Customer'),
      el('dl', field('Name', 'Eldbjørg Kvalsund'), field('Mobile phone', 'Not registered')),
    ]);
    expect(capture(ticket)).toMatchObject({ name: 'Eldbjørg Kvalsund', phone: null });
  });

  it('have a card of a relative, told by what they are', () => {
    const record = page([
      el('h1', 'Customer details'),
      el('h2', 'Eevi Ranta'),
      el('h3', 'Contact details'),
      el('dl', field('Phone', '(415) 555-0146'), field('Street', 'Kulosaarentie 5')),
      el('h3', 'Contact person'),
      el(
        'dl',
        field('Name', 'Aarne Kuosmanen'),
        field('Connection', 'Spouse'),
        field('Phone', '(415) 555-0149'),
      ),
    ]);
    expect(capture(record)).toMatchObject({ name: 'Eevi Ranta', phone: '+14155550146' });
  });

  it('name a second person to talk to, further down than the one they are headed by', () => {
    const record = (head: string) =>
      page(
        [
          el('h1', head),
          el('h2', 'Contact details'),
          el('dl', field('Mobile', '(415) 555-0148'), field('Address', 'Hornsgatan 61')),
          el('h2', 'Contact person'),
          el('dl', field('Name', 'Lars Ahlström'), field('Phone', '(415) 555-0171')),
        ],
        { title: head },
      );
    expect(capture(record('Gunvor Teklu'))).toMatchObject({ name: 'Gunvor Teklu', phone: '+14155550148' });
    expect(capture(record('De heer Lodewijk Said')).name).toBe('De heer Lodewijk Said');
    const ticket = page(
      [
        el('h1', 'Broken Screen'),
        el('dl', field('Ticket ID', '4711'), field('Phone', '(415) 555-0148')),
        el('h2', 'Contact person'),
        el('dl', field('Name', 'Lars Ahlström'), field('Email', 'lars@mail.example')),
      ],
      { title: 'Broken Screen', url: 'https://crm.example/tickets/4711' },
    );
    expect(capture(ticket).name).toBe('Lars Ahlström');
  });

  it('are headed by what their tab is titled by, however small it is set', () => {
    const record = page(
      [
        el('h4', 'Little Otters @ Punggol'),
        el('h2', 'Organisation details'),
        el(
          'dl',
          field('UEN', '202155017K'),
          field('Main line', '(415) 555-0170'),
          field('Fax', '(415) 555-0179'),
        ),
      ],
      { title: 'Little Otters @ Punggol – CaseDesk', url: 'https://desk.example/organisations/2021' },
    );
    expect(capture(record)).toMatchObject({ name: 'Little Otters @ Punggol', phone: '+14155550170' });
  });

  it('say in one line who somebody is to the one they are headed by', () => {
    const record = page([
      el('h2', 'Mr. Casimir Oduya'),
      el('h3', 'Household'),
      el('dl', field('Cell', '(563) 555-0142'), field('Home', '563-555-0143')),
      el(
        'dl',
        el('div', el('dt', 'Contact'), el('dd', el('div', el('b', 'Annika Oduya'), el('i', 'Spouse')))),
      ),
    ]);
    expect(capture(record)).toMatchObject({ name: 'Mr. Casimir Oduya', phone: '+15635550142' });
  });

  it('show the agent’s letters and number beside the trail that leads to the record', () => {
    const fields = ['Company', 'Street', 'City', 'Country', 'Language', 'Source', 'Segment'].map((label) =>
      field(label, `${label} 1`),
    );
    const form = page([
      el('nav', el('a', 'Inbox'), el('a', 'Cases'), el('a', 'Contacts'), el('a', 'Reports')),
      el(
        'div',
        el('nav', el('ol', el('li', el('a', 'Contacts')), el('li', el('a', 'Edit Contact')))),
        el('div', el('span', '(415) 555-0100'), el('span', 'BK'), el('span', 'Bridie Kalogeras')),
      ),
      el('h3', 'Edit contact details'),
      el(
        'dl',
        field('First name', 'Clementine'),
        field('Last name', 'Rautahi'),
        field('Phone', '(415) 555-0166'),
        ...fields,
      ),
      el('h3', 'Internal notes'),
    ]);
    expect(capture(form)).toMatchObject({ name: 'Clementine Rautahi', phone: '+14155550166' });
  });

  it('hold references that begin with a letter as kinds of numbers do', () => {
    const record = page(
      [
        el('h1', 'Montbrun Ltd'),
        el('dl', field('Switchboard', '(415) 555-0170'), field('Parc reference', 'P 41555 50178')),
      ],
      { title: 'Montbrun Ltd', url: 'https://crm.example/companies/4' },
    );
    expect(capture(record).phone).toBe('+14155550170');
  });

  it('are headed by a company’s name behind what kind of record it is', () => {
    const more = Array.from({ length: 14 }, (_, at) => field(`Clause ${'abcdefghijklmn'[at]}`, `${at + 1}.`));
    const record = page([
      el('h1', 'Register entry'),
      el('h2', 'Pennine & Dale Insurance Brokers Ltd'),
      el(
        'div',
        el('dl', ...more),
        el('dl', field('Switchboard', '(415) 555-0130'), field('Fax', '(415) 555-0139')),
      ),
    ]);
    expect(capture(record)).toMatchObject({
      name: 'Pennine & Dale Insurance Brokers Ltd',
      phone: '+14155550130',
    });
  });

  it('file a name in capitals that is written out elsewhere', () => {
    const record = page([
      el('h2', 'Mme Apolline Berthelot'),
      el('dl', field('Prénom', 'Apolline'), field('Nom', 'BERTHELOT'), field('Portable', '(415) 555-0183')),
    ]);
    expect(capture(record).name).toBe('Mme Apolline Berthelot');
  });

  it('are headed by nothing that heads the product’s own menu', () => {
    const form = page([
      el(
        'div',
        el('nav', el('h2', 'Content Manager'), el('a', 'Call'), el('a', 'Company'), el('a', 'Contact')),
      ),
      el(
        'div',
        el('h1', 'Create an entry'),
        el('dl', field('Name', 'Fitzgerald Amunsen'), field('Direct phone', '(415) 555-0151')),
      ),
    ]);
    expect(capture(form)).toMatchObject({ name: 'Fitzgerald Amunsen', phone: '+14155550151' });
  });

  it('keep the record’s own tabs in an element for menus', () => {
    const record = page(
      [
        el('header', el('a', 'Contacts'), el('span', 'Lucinda Farraday')),
        el(
          'nav',
          el('div', el('button', 'Everett Longstreet'), el('button', 'Philomena Castellane')),
          el(
            'div',
            el('h2', 'Philomena Castellane'),
            el('dl', field('Account', 'Bluewater Freight'), field('Phone', '(503) 555-0146')),
          ),
        ),
      ],
      { title: 'Philomena Castellane' },
    );
    expect(capture(record)).toMatchObject({ name: 'Philomena Castellane', phone: '+15035550146' });
  });

  it('edit the profile of one of many, and not the agent’s own', () => {
    const form = (url: string) =>
      page(
        [
          el('header', el('span', 'Bogumiła Trzaskowska')),
          el('h2', 'Edit profile'),
          el(
            'dl',
            field('First name', 'Wiktoria'),
            field('Last name', 'Sokół'),
            field('Phone', '(503) 555-0146'),
          ),
        ],
        { url, title: 'Edit profile' },
      );
    expect(capture(form('https://crm.example/profiles/5117/edit')).phone).toBe('+15035550146');
    expect(capture(form('https://crm.example/profile/edit')).phone).toBeNull();
    const named = page([
      el('header', el('span', 'Bogumiła Trzaskowska')),
      el('h3', 'Edit profile: Saoirse Bellingham'),
      el(
        'dl',
        field('First name', 'Saoirse'),
        field('Last name', 'Bellingham'),
        field('Phone', '(503) 555-0146'),
      ),
    ]);
    expect(capture(named)).toMatchObject({ name: 'Saoirse Bellingham', phone: '+15035550146' });
  });

  it('are titled by nothing but whose product they are', () => {
    const record = page(
      [
        el('a', 'Fernbrook Property Services'),
        el('h2', 'Show'),
        el('dl', field('Caller Name', ''), field('Number', '(647) 555-0162')),
      ],
      { title: 'Fernbrook Property Services', url: 'https://crm.example/contacts/1/show' },
    );
    const logo = {
      ...record,
      leaves: record.leaves.map((leaf, at) => (at === 0 ? { ...leaf, kind: 'icon' as const } : leaf)),
    };
    expect(capture(logo)).toMatchObject({ name: null });
  });

  it('show the name that an id stands for', () => {
    const ticket = page(
      [
        el('h2', 'Show'),
        el(
          'dl',
          field('Subject', 'Boiler room door'),
          field('Contact Id', 'Bartholomew Achebe'),
          field('Status', 'Open'),
        ),
      ],
      { url: 'https://crm.example/tickets/1' },
    );
    expect(capture(ticket).name).toBe('Bartholomew Achebe');
  });

  it('say at the end of a trail what they are headed by', () => {
    const call = page([
      el('nav', el('a', 'Dashboard'), el('a', 'Calls'), el('span', '(415) 555-0163')),
      el('h1', '(415) 555-0163'),
      el('dl', field('Number', '(415) 555-0163'), field('Summary', 'No name given')),
    ]);
    expect(capture(call).phone).toBe('+14155550163');
  });

  it('are of the agent where their address ends so', () => {
    const account = (url: string) =>
      capture(
        page(
          [
            el('h1', 'Órla Brannigan'),
            el('dl', field('Full name', 'Órla Brannigan'), field('Direct line', '(415) 555-0100')),
          ],
          { url },
        ),
      );
    expect(account('https://crm.example/admin/account')).toMatchObject({ name: null, phone: null });
    expect(account('https://crm.example/contacts/41/account').phone).toBe('+14155550100');
    expect(account('https://crm.example/contacts/orla-brannigan/profile').phone).toBe('+14155550100');
  });

  it('are of the place where the agent sits', () => {
    const store = (bar: string) =>
      capture(
        page(
          [
            el('header', el('span', 'Sorcha Delahunty'), el('span', bar)),
            el('h1', 'Store 0412 Ballymun'),
            el('h2', 'Details'),
            el('dl', field('Belfast', '+44 28 9649 6099'), field('Open cases', '14')),
          ],
          { title: 'Store 0412 Ballymun' },
        ),
      ).phone;
    expect(store('Store 0412 Ballymun · (415) 555-0120')).toBeNull();
    expect(store('Customer care')).not.toBeNull();
    const call = page([
      el('header', el('a', 'Home'), el('span', 'Dana Lee · (415) 555-0132')),
      el('h1', 'Dana Lee'),
      el('dl', field('Mobile', '(415) 555-0132'), field('City', 'Oakland')),
    ]);
    expect(capture(call).name).toBe('Dana Lee');
  });

  it('are of a group of customers, and of none of them', () => {
    const group = (path: string) =>
      capture(
        page([el('h1', 'Jachtwerf De Windas'), el('p', 'Customers: 3')], {
          url: `https://crm.example/${path}`,
          title: 'Jachtwerf De Windas',
        }),
      ).name;
    expect(group('customer-groups/41')).toBeNull();
  });

  it('have two people with the same letters, one of them signed in', () => {
    const record = page(
      [
        el('header', el('a', 'Jobs'), el('span', 'Marisol Etcheverry'), el('span', 'ME')),
        el('div', el('span', 'ME'), el('div', el('h1', 'Milagros Echeverría'), el('p', 'Customer RR-20744'))),
        el('dl', field('Mobile', '(415) 555-0174'), field('Address', '455 NE Lincoln St')),
      ],
      { title: 'Customers' },
    );
    expect(capture(record)).toMatchObject({ name: 'Milagros Echeverría', phone: '+14155550174' });
  });
});

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
