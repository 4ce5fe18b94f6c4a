import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

describe('pages that are of the product, the agent or nobody', () => {
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
