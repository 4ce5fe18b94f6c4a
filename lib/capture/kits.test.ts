import { describe, expect, it } from 'vitest';
import { capture, el, field, page, table, withColumns } from '../../tests/support/unit/capture-page.ts';
import type { Box, FrameEvidence, Leaf } from './evidence.ts';
import { nameShape } from './name-shape.ts';

/** The page with more said of the leaves of these texts, and of the boxes they stand in. */
function withMore(
  frame: FrameEvidence,
  leaves: Record<string, Partial<Leaf>>,
  boxes: Record<string, Partial<Box>> = {},
): FrameEvidence {
  const of = new Map(frame.leaves.map((leaf) => [leaf.box, boxes[leaf.text]]));
  return {
    ...frame,
    boxes: frame.boxes.map((box, at) => ({ ...box, ...of.get(at) })),
    leaves: frame.leaves.map((leaf) => ({ ...leaf, ...leaves[leaf.text] })),
  };
}

describe('how kits of components build records', () => {
  it('takes a chip in the heading for no part of the name', () => {
    const record = page(
      [el('h1', '宇佐美 晴彦', el('span', '利用中')), el('dl', field('電話番号', '078-550-0142'))],
      { title: '宇佐美 晴彦' },
    );
    expect(capture(record).name).toBe('宇佐美 晴彦');
  });

  it('takes the name in a breadcrumb that is written for search engines for nobody’s', () => {
    const parts = [
      el('div', el('a', el('span', 'Alle Bedrijven')), el('a', el('span', 'Bedrijfsinformatie'))),
      el('h1', 'Scheepswerf De Lange Vecht B.V.'),
      el('h2', 'Bedrijfsinformatie'),
      el('dl', field('Telefoonnummer', '(415) 555-0132')),
    ];
    const crumb = { prop: 'name', type: 'ListItem' };
    const record = withMore(page(parts, { title: 'Bedrijfsinformatie' }), {}, { Bedrijfsinformatie: crumb });
    expect(capture(record).name).toBe('Scheepswerf De Lange Vecht B.V.');
  });

  it('heads the parts of a record with nothing that heads a list in one of them', () => {
    const row = (role: string, ...cells: string[]) => ({
      tag: 'div',
      role: 'row',
      in: cells.map((text) => ({ tag: 'div', role, in: [text] })),
    });
    const record = page(
      [
        el(
          'div',
          el('div', el('h1', 'Coorg Spice Traders Ltd'), el('div', 'Account'), el('button', 'Edit')),
          el(
            'div',
            el('h3', 'Account Information'),
            el(
              'div',
              el('div', el('div', 'Account Name'), el('div', 'Coorg Spice Traders Ltd')),
              el('div', el('div', 'Phone'), el('div', '(415) 555-0130')),
              el('div', el('div', 'Website'), el('div', 'coorgspice.example')),
            ),
          ),
          el('div', el('h3', 'Contacts (2)'), {
            tag: 'div',
            role: 'table',
            in: [
              row('columnheader', 'Contact Name', 'Title', 'Phone'),
              row('cell', 'Dana Lee', 'Admin', '(415) 555-0131'),
              row('cell', 'Ida Holm', 'Stores', '(415) 555-0132'),
            ],
          }),
        ),
      ],
      { title: 'Coorg Spice Traders Ltd' },
    );
    expect(capture(withColumns(record))).toMatchObject({
      name: 'Coorg Spice Traders Ltd',
      phone: '+14155550130',
      callers: [
        ['Dana Lee', '+14155550131'],
        ['Ida Holm', '+14155550132'],
      ],
    });
  });

  it('takes the text of a link to call for shown that is kept from screen readers', () => {
    const record = withMore(
      page([
        el('h1', 'Dana Lee'),
        el(
          'section',
          el('h2', 'Details'),
          el('a', 'tel:+14155550132', el('p', '(415) 555-0132'), el('p', 'Mobile')),
        ),
      ]),
      { 'tel:+14155550132': { kind: 'tel' }, '(415) 555-0132': { hidden: true }, Mobile: { hidden: true } },
    );
    expect(capture(record)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('puts the particle of a family name between its parts where it has a field of its own', () => {
    const form = withMore(
      page([
        el('h1', 'Contactgegevens wijzigen'),
        el('form', el('p', 'Annemijn'), el('p', 'van der'), el('p', 'Groot')),
      ]),
      {
        Annemijn: { kind: 'value', label: 'Voornaam' },
        'van der': { kind: 'value', label: 'Tussenvoegsel' },
        Groot: { kind: 'value', label: 'Achternaam' },
      },
    );
    expect(capture(form).name).toBe('Annemijn van der Groot');
  });

  it.each([
    '取引先を登録する',
    '既存の取引先に紐付ける',
    '電話で連絡した',
    '受け取りました',
    '少々お待ちください',
    '利用中',
    '応答待ち',
    '対応済み',
    '事業所の設定',
    '拠点',
  ])('takes %s for no name', (text) => expect(nameShape(text)).toBe(0));

  it.each(['田中', '鵜飼 しのぶ', '水無瀬 剛志'])('takes %s for a name', (text) => {
    expect(nameShape(text)).toBeGreaterThanOrEqual(0.8);
  });
});

describe('pages of our own places and settings', () => {
  const places = table(
    ['Sede', 'Indirizzo', 'Telefono', 'Orario'],
    ['Poliambulatorio Centro', 'Piazza Grimana 3', '(415) 555-0101', '7:30–18:00'],
    ['Ospedale Foligno', 'Via Arcamone 1', '(415) 555-0102', '7:30–13:30'],
    ['Casa Terni', 'Viale Trento 42', '(415) 555-0103', '8:00–12:30'],
  );
  const nobody = { name: null, phone: null, callers: [] };

  it('are no callers where each says when it is open', () => {
    const list = page(
      [
        el('div', el('p', 'Agende'), el('p', 'Sportelli Centro')),
        el('h1', 'Sportelli Centro'),
        places,
        el('dl', field('Id pubblicazione', '4155550126')),
      ],
      { title: 'Sportelli Centro' },
    );
    expect(capture(list)).toMatchObject(nobody);
  });

  it.each(['settings/company', 'configuracion/lineas', 'beheer/nummers', 'einstellungen/firma'])(
    'are none below /%s',
    (path) => {
      const parts = [
        el('h1', 'Gem Vechtmonde'),
        el('dl', field('Name', 'Gem Vechtmonde'), field('Phone', '(415) 555-0160')),
      ];
      expect(capture(page(parts, { url: `https://crm.example/${path}` }))).toMatchObject(nobody);
      expect(capture(page(parts, { url: `https://crm.example/${path}/411` })).phone).toBe('+14155550160');
    },
  );
});

it.each([
  'verwaltung/#/mieter/4711',
  'setup/contact/view?id=12',
  'beheer/relaties/lee',
  'config/customers/dana-lee',
])('leaves a record its name and number where the address may lead to one: %s', (path) => {
  const fields = el('dl', field('Mobile', '(415) 555-0132'), field('E-mail', 'dana@example.com'));
  const record = page([el('h1', 'Dana Lee'), fields], { url: `https://crm.example/${path}` });
  expect(capture(record)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
});

describe('lists of those who wait', () => {
  it('are callers, though the queue is ours', () => {
    const queue = [
      el('h2', 'Counter queue'),
      table(
        ['Queue no.', 'Name', 'Mobile number', 'Service'],
        ['A014', 'Kavitha Rajendran', '(415) 555-0142', 'Baby Bonus'],
        ['A015', 'Otters Preschool @ Punggol', '(415) 555-0127', 'Feedback'],
        ['A016', 'Walk-in', '(415) 555-0196', 'Enquiry'],
      ),
    ];
    expect(capture(withColumns(page(queue))).callers).toEqual([
      ['Kavitha Rajendran', '+14155550142'],
      ['Otters Preschool @ Punggol', '+14155550127'],
      [null, '+14155550196'],
    ]);
  });

  it('are callers where each says when to call, and what every row says is no name', () => {
    const wish = (name: string, number: string, when: string) =>
      el(
        'div',
        el('b', name),
        ...[
          ['Rückrufnummer', number],
          ['Wunschzeit', when],
        ].map(([label = '', value = '']) => el('div', el('div', label), el('div', value))),
        el('span', 'Offen'),
      );
    const list = page(
      [
        el('h1', 'Rückrufwünsche'),
        wish('Annegret Wohlleben', '(415) 555-0142', '09:00 – 09:30'),
        wish('Katzenmaier, Jörn', '(415) 555-0161', '09:30 – 10:00'),
        wish('Name nicht angegeben', '(415) 555-0168', '10:30 – 11:00'),
      ],
      { url: 'https://desk.example/rueckrufe' },
    );
    expect(capture(list).callers).toEqual([
      ['Annegret Wohlleben', '+14155550142'],
      ['Katzenmaier, Jörn', '+14155550161'],
      [null, '+14155550168'],
    ]);
  });
});

describe('products without landmarks', () => {
  it('takes who stands below the header with the letters of its account button for the agent', () => {
    const list = page([
      el('header', el('div', 'Suivi'), el('button', 'AD')),
      el('div', el('div', 'AD'), el('span', 'Aminata Diouf'), el('span', 'Poste (415) 555-0110')),
      el('div', el('div', 'Program'), el('div', 'Follow-up')),
      el('div', el('div', 'Full name'), el('div', 'Achieng Odhiambo')),
      el('div', el('div', 'Phone number'), el('div', '(415) 555-0146')),
    ]);
    expect(capture(list)).toMatchObject({ name: 'Achieng Odhiambo', phone: '+14155550146' });
  });

  it('takes a dashboard over the first and last name of somebody for their record', () => {
    const record = page(
      [el('dl', field('First name', 'Jeptoo'), field('Last name', 'Lagat'), field('Phone number', '–'))],
      { title: 'Enrollment dashboard – Capture' },
    );
    expect(capture(record).name).toBe('Jeptoo Lagat');
  });
});
