import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

const tabs = (...names: string[]) => ({
  tag: 'div',
  role: 'tablist',
  in: names.map((name) => ({ tag: 'button', role: 'tab', in: [name] })),
});

describe('beside the caller of a record', () => {
  it('a tab leads to whom was viewed before, and stands over nothing', () => {
    const record = (tag: string) =>
      page([
        el('h1', 'Rosalind Achterkamp'),
        el(
          'div',
          {
            tag: 'div',
            role: 'tablist',
            in: [
              { tag, role: 'tab', in: ['Overview'] },
              { tag, role: 'tab', in: ['Recently viewed'] },
            ],
          },
          el(
            'div',
            el('dl', field('Mobile phone', '312-555-0147'), field('E-mail', 'r.achterkamp@gpcs.example')),
          ),
        ),
      ]);
    expect(capture(record('button'))).toMatchObject({ name: 'Rosalind Achterkamp', phone: '+13125550147' });
  });

  it('the contact and the team that the product’s own name stands before are ours', () => {
    const record = (url: string) =>
      capture(
        page(
          [
            el('h1', 'Harbor Housing Company'),
            el('div', el('h2', 'Organisation'), el('dl', field('Telephone', '(415) 555-0130'))),
            el(
              'div',
              el('h2', 'Brightwell contact'),
              el(
                'div',
                el('h3', 'Joonas Rautavaara'),
                el('p', 'Sales manager'),
                el('p', 'j.r@brightwell.example'),
                el('a', '(415) 555-0112'),
              ),
            ),
          ],
          { url, title: 'Organisations' },
        ),
      );
    expect(record('https://desk.brightwell.example/organisations/4711')).toMatchObject({
      name: 'Harbor Housing Company',
      phone: '+14155550130',
    });
  });

  it('cards of addresses, the first of them the caller’s own, are no list', () => {
    const address = (title: string, name: string, ...fields: [string, string][]) =>
      el(
        'div',
        el('h4', title),
        el('p', name),
        el('p', '118 Harbour Row'),
        ...fields.map(([label, value]) => el('div', el('div', label), el('div', value))),
      );
    const record = page([
      el('h1', 'Ottoline Braithwaite-Osei'),
      tabs('General', 'Contacts', 'Orders'),
      el(
        'div',
        address(
          'Default address',
          'Ottoline Braithwaite-Osei',
          ['Mobile', '(415) 555-0172'],
          ['Phone', '(415) 555-0148'],
          ['Email', 'o@mail.example'],
        ),
        address(
          'Leave with neighbour',
          'Jarvis Penhaligon',
          ['Phone', '(415) 555-0118'],
          ['Address key', 'a-77'],
        ),
      ),
    ]);
    expect(capture(record)).toMatchObject({ phone: '+14155550172', callers: [] });
  });

  it('who the policy’s holder is may be said with a word for oneself', () => {
    for (const word of ['Self', 'Próprio', 'Lui-même', '本人']) {
      const record = page([
        el('h1', 'Conversation 4711'),
        el('dl', field('Mobile', '(415) 555-0142'), field('Policyholder', word)),
      ]);
      expect(capture(record).name, word).toBeNull();
    }
  });

  it('whom an order is sent to is not who placed it', () => {
    const record = page([
      el('h1', 'Transcript order T-117'),
      el('dl', field('Mobile number', '(415) 555-0154')),
      el('div', el('h3', 'Destination'), el('div', 'Attn: Professor Linnea Starck')),
    ]);
    expect(capture(record).name).toBeNull();
  });

  it('the heading of two names neither of them', () => {
    const record = page(
      [
        el('h1', 'Consultation 77409117'),
        el(
          'div',
          el('h2', 'Patient and client'),
          el('p', el('strong', 'Biscuit'), ', 7 years, 11.4 kg'),
          el('p', el('span', 'Client'), el('a', 'Owen Pritchard')),
          el('p', 'Phone'),
          el('p', '(415) 555-0117'),
        ),
      ],
      { title: 'Consultation #77409117 – Biscuit – Vet Cloud' },
    );
    expect(capture(record)).toMatchObject({ name: 'Owen Pritchard', phone: '+14155550117' });
  });

  it('an owner is of the animal that a line says it is', () => {
    for (const line of ['Canine, 7y 2m', 'Microchip 985 141 000 770 090']) {
      const record = page([
        el('h1', 'Biscuit'),
        el('p', line),
        el('dl', field('Owner', 'Owen Pritchard'), field('Phone', '(415) 555-0117')),
      ]);
      expect(capture(record).name, line).toBe('Owen Pritchard');
    }
  });

  it('the letters of a country before a tax number say nothing of whom it is from', () => {
    const record = page([
      el('h1', 'Kranich Logistik GmbH'),
      el(
        'dl',
        field('Switchboard', '+49 40 66969 100'),
        field('VAT ID', 'DE 406 696 912'),
        field('Sites', '4'),
      ),
    ]);
    expect(capture(record, 'DE').phone).toBe('+494066969100');
  });

  it('what a link dials is a number in any range', () => {
    const record = (href: string) => {
      const told = page([
        el('h1', 'Desta Woldemariam'),
        el('div', el('p', 'Preferred callback'), el('a', href, '+353 20 555 0134')),
      ]);
      return {
        ...told,
        leaves: told.leaves.map((leaf) => (leaf.text === href ? { ...leaf, kind: 'tel' as const } : leaf)),
      };
    };
    expect(capture(record('tel:+353205550134')).phone).toBe('+353205550134');
  });

  it('a language is no name in a part that is called after a contact', () => {
    const record = page([
      el('h1', 'Contact 3035550'),
      {
        tag: 'section',
        label: 'Contact details',
        in: [
          el('div', el('div', '303-555-0142'), el('div', 'Phone')),
          el('div', el('div', 'Spanish'), el('div', 'Preferred language')),
        ],
      },
    ]);
    expect(capture(record).name).toBeNull();
  });

  it('a line under a name says who that is, and is no label of the number', () => {
    const record = page([
      el('h1', 'Warranty request 503: Water at sill'),
      el(
        'dl',
        field('Received from', 'Ignatius Okonkwo-Hale'),
        field('Assignee', 'Hyun-woo Nakamura'),
        field('Status', 'Open'),
      ),
      el(
        'aside',
        el('span', 'Received from'),
        el(
          'div',
          el('span', 'Ignatius Okonkwo-Hale'),
          el('span', 'Homeowner, Unit 7'),
          el('p', '415-555-0119'),
          el('p', 'i.oh@mail.example'),
        ),
      ),
    ]);
    expect(capture(record)).toMatchObject({ name: 'Ignatius Okonkwo-Hale', phone: '+14155550119' });
  });
});
