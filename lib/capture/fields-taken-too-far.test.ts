/** What labels, pictures, columns and names say is held to what they can mean. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  captureMain,
  el,
  field,
  menu,
  page,
  table,
  withLeaves,
} from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const other = '(415) 555-0141';
const dana = { name: 'Dana Lee', phone: '+14155550132' };
const numbers = ['(415) 555-0132', '(415) 555-0133', '(415) 555-0134'];
const icon = { kind: 'icon' } as const;

describe('whoever is responsible, tutors or cares in a list of customers works for us', () => {
  const customers = ['Dana Lee', 'Ida Holm', 'Marko Brandt'];
  const ours = ['Priya Nair', 'Owen Castellan', 'Priya Nair'];
  it.each([
    ['Cliente', 'Responsável', 'Telefone'],
    ['Nome', 'Responsável', 'Telefone'],
    ['Student', 'Tutor', 'Phone'],
    ['Client', 'Carer', 'Phone'],
    ['Cliënt', 'Verzorger', 'Telefoon'],
  ])('%s, %s', (customer, staff, number) => {
    const rows = customers.map((name, at) => [name, ours[at] ?? '', numbers[at] ?? '']);
    expect(
      captureMain(el('h1', 'Callbacks'), table([customer, staff, number], ...rows)).callers.map(
        ([name]) => name,
      ),
    ).toEqual(customers);
  });
  it.each(['Account', 'Company', 'Contact', 'Caller'])('the parent of the %s is its group', (head) => {
    const names =
      head === 'Contact' || head === 'Caller'
        ? customers
        : ['Harbor Works Ltd', 'Bluepeak Foods Ltd', 'Tidewater Pools Inc'];
    const groups = ['Corvane Group', 'Corvane Group', 'Ridge Holdings'];
    expect(
      captureMain(
        el('h1', 'Callbacks'),
        table(
          [head, 'Parent', 'Phone'],
          ...names.map((name, at) => [name, groups[at] ?? '', numbers[at] ?? '']),
        ),
      ).callers.map(([name]) => name),
    ).toEqual(names);
  });
});

describe('a link to a customer ends in an arrow', () => {
  it.each(['Dana Lee ›', 'Dana Lee »', 'Dana Lee /'])('%s', (text) => {
    expect(
      captureMain(el('h1', 'Ticket 8841'), el('dl', field('Customer', text), field('Phone', phone))),
    ).toMatchObject(dana);
  });
  it('and each row of a list', () => {
    const rows = ['Dana Lee ›', 'Ida Holm ›', 'Marko Brandt ›'].map((name, at) => [
      name,
      numbers[at] ?? '',
      '10:02',
    ]);
    expect(
      captureMain(
        el('h1', 'Missed calls'),
        el('ul', ...rows.map((row) => el('li', ...row.map((text) => el('div', text))))),
      ).callers.map(([name]) => name),
    ).toEqual(['Dana Lee', 'Ida Holm', 'Marko Brandt']);
  });
});

describe('a picture tells whose name or which number stands beside it', () => {
  it.each(['contact', 'person', 'user', 'account'])('"%s" before the caller of a ticket', (word) => {
    const ticket = page([
      menu,
      el(
        'main',
        el('h1', 'Invoice came twice'),
        el('div', el('i', word), el('a', 'Dana Lee')),
        el('div', el('i', 'company'), el('a', 'Harbor Works')),
        el('div', el('i', 'agent'), el('span', 'Priya Nair')),
        el('div', el('i', 'phone'), el('span', phone)),
      ),
    ]);
    expect(
      capture(withLeaves(ticket, { [word]: icon, company: icon, agent: icon, phone: icon })),
    ).toMatchObject(dana);
  });
  it('"home" and "work" before two numbers', () => {
    const record = page([
      menu,
      el(
        'main',
        el('h1', 'Dana Lee'),
        el('div', el('i', 'home'), el('span', phone)),
        el('div', el('i', 'work'), el('span', other)),
      ),
    ]);
    expect(capture(withLeaves(record, { home: icon, work: icon }))).toMatchObject(dana);
  });
  it('"home" before ten bare digits', () => {
    const record = page([
      menu,
      el('main', el('h1', 'Dana Lee'), el('div', el('i', 'home'), el('span', '4155550132'))),
    ]);
    expect(capture(withLeaves(record, { home: icon }))).toMatchObject(dana);
  });
});

describe('a company in capitals with a number in its name', () => {
  it.each([
    'AUTO24 GMBH',
    'TAXI24 HAMBURG',
    'PHARMACIE 24H',
    'STUDIO54 NYC',
    'SPORT2000 MUELLER',
    'GARAGE A13 SARL',
  ])('%s', (name) => {
    expect(
      captureMain(el('h1', 'Ticket 8841'), el('dl', field('Customer', name), field('Phone', phone))),
    ).toMatchObject({ name, phone: '+14155550132' });
  });
});

describe('"No calls" is an empty panel of the record', () => {
  it.each(['No calls', 'Keine Anrufe'])('%s', (text) => {
    expect(
      captureMain(
        el('h1', 'Dana Lee'),
        el('section', el('h2', 'Calls'), el('p', text)),
        el('div', el('span', phone)),
      ),
    ).toMatchObject(dana);
    expect(
      captureMain(
        el('h1', 'Dana Lee'),
        el('div', el('div', 'Calls today'), el('div', text)),
        el('div', phone),
      ),
    ).toMatchObject(dana);
  });
});

describe('rows of animals or things name their owner', () => {
  it.each(['Owner', 'Besitzer', 'Propietario'])('%s', (label) => {
    const names = ['Dana Lee', 'Ida Holm', 'Marko Brandt'];
    const rows = names.map((name, at) => ['Bella · cat', `${label}: ${name}`, numbers[at] ?? '', '10:02']);
    const read = captureMain(
      el('h1', 'Today’s callbacks'),
      el('ul', ...rows.map((row) => el('li', ...row.map((text) => el('div', text))))),
    ).callers.map(([name]) => name?.replace(/^.*: /, ''));
    expect(read).toEqual(names);
  });
});

describe('a card of a guest or an applicant under the kind of place they come from', () => {
  it.each(['School', 'Hotel', 'Agency', 'Dealer', 'Partner'])('%s', (title) => {
    expect(
      captureMain(
        el('h1', 'Case 8841'),
        el(
          'div',
          el('div', title),
          el('div', el('div', 'Loyal Member'), el('dl', field('Name', 'Dana Lee'), field('Phone', phone))),
        ),
      ),
    ).toMatchObject(dana);
  });
});
