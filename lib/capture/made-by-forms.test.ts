import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

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
});
