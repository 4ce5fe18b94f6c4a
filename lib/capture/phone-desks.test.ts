import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

/** The bar of a telephone on a screen: its menu, whom the agent spoke to last, and who is signed in. */
const bar = (...recents: string[]) => [
  el('header', el('span', 'IT'), el('span', 'Imani Thorncastle'), el('span', 'Ext. 2046')),
  el(
    'nav',
    el('a', 'Inbox'),
    el('a', 'Contacts'),
    el('span', 'Recents'),
    ...recents.map((name) => el('a', name)),
  ),
];

describe('telephones on a screen', () => {
  it('list in their menu whom the agent spoke to, who are not the agent', () => {
    const record = page(
      [
        ...bar('Everett Nakagawa', 'Mireille Castonguay'),
        el(
          'main',
          el('div', el('div', el('span', 'EN'), el('span', 'Everett Nakagawa')), el('button', 'Call')),
        ),
        el('aside', el('h3', 'Contact details'), el('dl', field('Mobile', '(480) 555-0166'))),
      ],
      { title: 'Everett Nakagawa • Phones' },
    );
    expect(capture(record)).toMatchObject({ name: 'Everett Nakagawa', phone: '+14805550166' });
  });

  it('put the letters of a name before its number, which are no purchase order', () => {
    const thread = page(
      [
        ...bar(),
        el('h2', 'Messages'),
        el('div', el('span', 'PO'), el('div', el('div', 'Padraig Olusanya'), el('div', '(415) 555-0148'))),
      ],
      { title: 'SMS with Padraig Olusanya' },
    );
    expect(capture(thread)).toMatchObject({ name: 'Padraig Olusanya', phone: '+14155550148' });
  });

  it('show numbers of a range kept for drama as people write them', () => {
    const call = page([
      el('h1', 'Calls'),
      el(
        'div',
        el('div', 'Incoming call'),
        el('div', '01632 960 727'),
        el('div', 'Unknown caller'),
        el('button', 'Decline'),
        el('button', 'Answer'),
      ),
    ]);
    expect(capture(call, 'GB')).toMatchObject({ name: null, phone: '+441632960727' });
    // Of the same digits in one, or in brackets of an order, nothing says that they are a number.
    const order = page([el('h1', 'Order'), el('div', el('div', '01632960727'))]);
    expect(capture(order, 'GB').phone).toBeNull();
  });

  it.each(['Mobile: 07700 900210', 'Ring 07700 900 210 after ten', '07700 900210 (mobile)'])(
    'say in one line that it holds such a number: %s',
    (text) => {
      const record = page([el('h1', 'Dana Lee'), el('p', text), el('p', 'Case 01632960771 · Housing')]);
      expect(capture(record, 'GB').phone).toBe('+447700900210');
    },
  );

  it('link the number of a call right under the words that nobody knows whose it is', () => {
    const call = page([
      el('h2', 'Ongoing enquiry'),
      el('h1', 'Unidentified caller'),
      el('a', 'tel:+14155550186', '+1 415 555 0186'),
      el('div', el('div', 'Queue'), el('div', 'Membership and social security (EEA)')),
      el('h2', 'Colleagues available'),
      el('p', 'Anniken Furuseth – 415 555 0175'),
      el('p', 'Lars-Petter Mo – 415 555 0176'),
    ]);
    const linked = {
      ...call,
      leaves: call.leaves.map((leaf) =>
        leaf.text.startsWith('tel:') ? { ...leaf, kind: 'tel' as const } : leaf,
      ),
    };
    expect(capture(linked)).toMatchObject({ name: null, phone: '+14155550186' });
  });

  it('fold away to whom we called, who is the caller', () => {
    const record = page([
      el('h1', 'Gwendolyn Achebe-Stroud'),
      el('dl', field('Phone', '(541) 555-0126'), field('Email', 'g.achebe@mail.example')),
      el('ol', el('li', el('span', 'Outbound call'), el('div', 'To (541) 555-0126, 04:12'))),
    ]);
    const folded = {
      ...record,
      leaves: record.leaves.map((leaf) =>
        /^(?:Outbound|To )/.test(leaf.text) ? { ...leaf, hidden: true as const } : leaf,
      ),
    };
    expect(capture(folded)).toMatchObject({ name: 'Gwendolyn Achebe-Stroud', phone: '+15415550126' });
  });

  it('say behind a number on which line it rings', () => {
    const line = (text: string) =>
      page([
        el('div', el('button', '+1 (928) 555-0186'), el('span', text)),
        el(
          'div',
          el('h2', 'Dana Lee'),
          el('dl', field('Mobile', '(928) 555-0186'), field('Call ID', '592855')),
        ),
      ]);
    expect(capture(line('Patient Support'))).toMatchObject({ name: 'Dana Lee', phone: '+19285550186' });
    const unknown = page(
      [
        el('div', el('button', '+1 (928) 555-0186'), el('span', 'Patient Support')),
        el(
          'div',
          el('b', 'Unknown contact'),
          el('dl', field('Phone', '9285550186'), field('Call ID', '592855')),
        ),
      ],
      { url: 'https://desk.example/app/call/5928555018640021' },
    );
    expect(capture(unknown)).toMatchObject({ name: null, phone: '+19285550186' });
  });

  it('time how long the agent has been available, which is no task', () => {
    const name = 'Saoirse Papandreou';
    const own = page([
      el(
        'header',
        el('div', ...['Available', '01:12', name, 'DN (415) 555-0140'].map((text) => el('span', text))),
      ),
      el('h1', 'Today'),
      el(
        'section',
        el('h2', name),
        el('p', 'Senior claims agent'),
        el('dl', field('Email', 's.p@bank.example'), field('Mobile', '(415) 555-0141')),
      ),
    ]);
    expect(capture(own).name).toBeNull();
  });

  it('show the agent’s own profile like anybody else’s', () => {
    const own = page(
      [
        el('header', el('span', 'CA'), el('span', 'Callum Adeyemi-Rhys'), el('span', 'Available')),
        el(
          'main',
          el('div', el('span', 'CA'), el('h1', 'Callum Adeyemi-Rhys'), el('span', 'Agent II')),
          el(
            'section',
            el('h2', 'Contact Info'),
            el('dl', field('Mobile', '(415) 555-0119'), field('Email', 'c.a@desk.example')),
          ),
        ),
      ],
      { url: 'https://apps.desk.example/directory/person/5f0f', title: 'Callum Adeyemi-Rhys – Profile' },
    );
    expect(capture(own)).toMatchObject({ name: null, phone: null });
  });
});

describe('the record of a company', () => {
  const record = (url: string) =>
    capture(
      page(
        [
          el('h2', 'Company details'),
          el(
            'article',
            el('h3', 'Tidewrack Surf Supply Ltd'),
            el('dl', field('Company phone', '(415) 555-0210'), field('Fax', '(415) 555-0218')),
          ),
        ],
        { url },
      ),
    );

  it('may be headed by what it is, where its address leads to one of many', () => {
    expect(record('https://shop.example/admin#/b2b/company/detail/77')).toMatchObject({
      name: 'Tidewrack Surf Supply Ltd',
      phone: '+14155550210',
    });
  });

  it('is our own where it does not', () => {
    expect(record('https://shop.example/admin#/settings/company')).toMatchObject({ name: null, phone: null });
  });
});
