/** Pages of the one who is signed in, things of ours, and rows that say who is to be called for whom. */
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
import { nameShape } from './name-shape.ts';

const phone = '(415) 555-0132';

describe('nobody called', () => {
  it.each(['My profile', 'Your profile and visibility', 'Mein Profil'])(
    'on “%s”, whoever it names',
    (title) => {
      const own = page(
        [
          el('h1', 'Danielle Okafor'),
          el(
            'dl',
            field('First name', 'Danielle'),
            field('Last name', 'Okafor'),
            field('Direct line', phone),
          ),
        ],
        { title: `${title} | Contivo` },
      );
      expect(capture(own)).toMatchObject({ name: null, phone: null });
    },
  );

  it('where the bar says that it is whoever is logged in', () => {
    const entry = (who: string) =>
      capture(
        page([
          el('header', el('table', el('tr', el('td', 'Logged in as:', el('b', who)))), el('a', 'Logout')),
          el(
            'main',
            el('h1', 'Whitmoor clients'),
            el('h3', 'Priya Ramaswamy'),
            el('dl', field('First name', 'Priya'), field('Last name', 'Ramaswamy'), field('Mobile', phone)),
          ),
        ]),
      );
    expect(entry('Ida Holm')).toMatchObject({ name: 'Priya Ramaswamy', phone: '+14155550132' });
    expect(entry('Priya Ramaswamy')).toMatchObject({ name: null, phone: null });
  });

  it('whose name is a plate', () => {
    for (const plate of ['VX23 KLO', 'AB 12 CDE4']) expect(nameShape(plate)).toBe(0);
    for (const name of ['O2 UK', 'ACME Ltd']) expect(nameShape(name)).toBeGreaterThan(0.3);
  });

  it('from the telephone of a van', () => {
    const van = page([
      el('h1', 'VX23 KLO'),
      el('dl', field('Registration', 'VX23 KLO'), field('In-cab phone', phone)),
    ]);
    expect(capture(van)).toMatchObject({ name: null, phone: null });
  });
});

it('a technical contact stands beside the customer', () => {
  expect(nameShape('Technischer Ansprechpartner')).toBe(0);
  const customer = page([
    el('h2', 'Stammdaten'),
    el(
      'dl',
      field('Vor- und Nachname', 'Björn-Ole Grützmacher'),
      field('Kundennummer', '2312-5550'),
      field('Telefon', phone),
    ),
    el(
      'div',
      el('div', 'Technischer Ansprechpartner'),
      el('dl', field('Name', 'Swantje Immel'), field('Telefon', '(415) 555-0141')),
    ),
  ]);
  expect(capture(customer)).toMatchObject({ name: 'Björn-Ole Grützmacher', phone: '+14155550132' });
});

it('words set above a line are no labels of the fields beside them, and nobody', () => {
  const entry = page([
    el(
      'table',
      el('tr', el('td', 'First name', el('sup', 'alias')), el('td', 'Dana')),
      el('tr', el('td', 'Last name', el('sup', 'alias'), el('sup', 'rdn')), el('td', 'Lee')),
      el('tr', el('td', 'Call back on', el('sup', 'alias')), el('td', phone)),
    ),
  ]);
  const value = { kind: 'value' } as const;
  expect(capture(withLeaves(entry, { Dana: value, Lee: value, [phone]: value }))).toMatchObject({
    name: 'Dana Lee',
    phone: '+14155550132',
  });
});

describe('rows', () => {
  it.each(['Contact to call', 'Parent or guardian', 'Vårdnadshavare', '保護者名'])(
    'name the “%s” of a pupil',
    (head) => {
      const list = page([
        el('h2', 'Absence calls'),
        table(
          ['Pupil', 'Form', head, 'Telephone'],
          ['Temi Fashola', '7B', 'Mrs Abimbola Fashola', '(415) 555-0132'],
          ['Orla Rooney', '9C', 'Mr Declan Rooney', '(415) 555-0133'],
          ['Jakub Wiśniewski', '8A', 'Katarzyna Wiśniewska', '(415) 555-0134'],
        ),
      ]);
      expect(capture(withColumns(list)).callers.map(([name]) => name)).toEqual([
        'Mrs Abimbola Fashola',
        'Mr Declan Rooney',
        'Katarzyna Wiśniewska',
      ]);
    },
  );

  it('name the owner of an animal, and the guest a profile is of', () => {
    const list = (head: string[], ...rows: string[][]) =>
      capture(withColumns(page([el('h2', 'Visits today'), table(head, ...rows)]))).callers.map(
        ([name]) => name,
      );
    expect(
      list(
        ['Time', 'Patient', 'Clinician', 'Owner', 'Contact'],
        ['9:00', 'Biscuit (Cavoodle)', 'Dr Aroha Tamihana', 'Lachlan Drummond', '(415) 555-0132'],
        ['9:20', 'Mango (DSH cat)', 'Dr Aroha Tamihana', 'Siobhan Kearns', '(415) 555-0133'],
      ),
    ).toEqual(['Lachlan Drummond', 'Siobhan Kearns']);
    expect(
      list(
        ['Time', 'Guest / profile', 'Calling from'],
        ['09:52', 'Rosalind Achterberg', '(415) 555-0132'],
        ['09:41', 'Unknown caller', '(415) 555-0133'],
      ),
    ).toEqual(['Rosalind Achterberg', null]);
  });

  const visit = (name: string, line: string, fitter: string): Node =>
    el('li', el('div', name), el('div', line), el('div', '07:30–09:00'), el('div', `Monteur: ${fitter}`));

  it('begin their second line with the number, and end in who of ours will come', () => {
    const visits = page([
      el('h1', 'Besuche heute'),
      el(
        'ul',
        visit('Familie Schächtele', '(415) 555-0132 · Amselweg 9 · Heizungswartung', 'Torben Riekmann'),
        visit('Unbekannter Kunde', '(415) 555-0133 · Adresse offen · Notruf, Name fehlt', 'Cem Aydoğan'),
        visit('Nguyen Van Duc', '(415) 555-0134 · Torstraße 112 · Thermostat tauschen', 'Torben Riekmann'),
      ),
    ]);
    expect(capture(visits).callers).toEqual([
      ['Familie Schächtele', '+14155550132'],
      [null, '+14155550133'],
      ['Nguyen Van Duc', '+14155550134'],
    ]);
  });
});
