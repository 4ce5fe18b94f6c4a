/** What titles, places and bars of a page say is held to what they can mean. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  captureMain,
  el,
  field,
  menu,
  type Node,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const dana = { name: 'Dana Lee', phone: '+14155550132' };
const numbers = ['(415) 555-0132', '(415) 555-0133', '(415) 555-0134'];
const reach = el('dl', field('Mobile', phone), field('Email', 'dana@lee.example'));

describe('"your details" are those of the one a form or a booking is for', () => {
  const fields = el('dl', field('Name', 'Dana Lee'), field('Mobile', phone));
  it.each([
    'Your details',
    'Your booking details',
    'Your order details',
    'Your appointment details',
    'Your call details',
    'Ihre Daten',
    'Sus datos',
    'Uw gegevens',
  ])('%s over a name', (title) => {
    expect(captureMain(el('h1', title), fields)).toMatchObject(dana);
  });
  it('also where it says "Customer"', () => {
    expect(
      captureMain(
        el('h1', 'Your booking details'),
        el('dl', field('Customer', 'Dana Lee'), field('Mobile', phone)),
      ),
    ).toMatchObject(dana);
  });
  it.each(['Your details | Book online', 'Your booking details | Harbor Hotel'])(
    'in the tab: %s',
    (title) => {
      expect(capture(page([menu, el('main', el('h1', 'Dana Lee'), reach)], { title }))).toMatchObject(dana);
    },
  );
});

describe('first names that are also "my" and "your"', () => {
  it.each([
    ['Tu Nguyen', 'Tu Nguyen Profile | Contivo'],
    ['My Nguyen', 'My Nguyen account details | Contivo'],
    ['Mina Okafor', 'Mina Okafor Account Details | Contivo'],
    ['Min Chen', 'Min Chen Profile | Contivo'],
  ])('%s', (name, title) => {
    expect(capture(page([menu, el('main', el('h1', name), reach)], { title }))).toMatchObject({
      name,
      phone: '+14155550132',
    });
  });
});

describe('a line that begins with a number is a footer, a note, a log', () => {
  it.each([
    '(415) 555-0100 · 12 Harbor Street · San Francisco · Support hours 9–5',
    '(415) 555-0100 | support@harbor.example | www.harbor.example | 12 Harbor Street',
    '(415) 555-0141 · Marko Brandt · husband · only if she cannot be reached',
    '(415) 555-0141 | Voicemail left with the neighbour, try again tomorrow',
    '(415) 555-0141 · Locksmith Brandt · has the key to the back door',
  ])('%s', (line) => {
    expect(
      captureMain(
        el('h1', 'Case 8841'),
        el('dl', field('Customer', 'Dana Lee'), field('City', 'Reno')),
        el('h2', 'Notes'),
        el('p', line),
      ),
    ).toMatchObject({ name: 'Dana Lee', phone: null });
  });
});

describe('a pane with its own heading stands left of the record', () => {
  const tickets = el(
    'ul',
    ...Array.from({ length: 12 }, (_, at) => el('li', el('a', `Ticket ${8800 + at}`), el('span', 'Waiting'))),
  );
  it.each(['Queue', 'Calendar', 'Dashboard', 'Announcements', 'Knowledge base'])('%s', (heading) => {
    expect(
      capture(page([el('div', el('h2', heading), tickets), el('div', el('h1', 'Dana Lee'), reach)])),
    ).toMatchObject(dana);
  });
  it.each(['Calendar', 'Dashboard', 'Announcements'])('%s, and a case', (heading) => {
    expect(
      capture(
        page([
          el('div', el('h2', heading), tickets),
          el('div', el('h1', 'Case 8841'), el('dl', field('Customer', 'Dana Lee'), field('Phone', phone))),
        ]),
      ),
    ).toMatchObject(dana);
  });
});

describe('the record’s heading stands before the bar, and the parts of it have headings of their own words', () => {
  const bar = el('header', el('a', 'Help'), el('a', 'Log out'));
  it.each([
    ['Kitchen installation', 'h3', ''],
    ['What happened so far', 'h3', 'Dana Lee | Contivo'],
    ['Kitchen installation', 'h4', 'Dana Lee | Contivo'],
    ['Contact', 'h3', 'Customer | Dana Lee'],
    ['Timeline', 'h3', 'Contivo - Dana Lee'],
  ])('%s, %s, %s', (part, level, title) => {
    expect(
      capture(
        page([el('div', el('h1', 'Dana Lee')), bar, el('main', reach, el(level, part), el('p', 'Text'))], {
          title,
        }),
      ),
    ).toMatchObject(dana);
  });
  it('keeps the number and reference of a ticket', () => {
    expect(
      capture(
        page([
          el('div', el('h2', 'Ticket 8841')),
          bar,
          el('div', el('dl', field('Phone', phone)), el('h4', 'Kitchen installation'), el('p', 'Text')),
        ]),
      ),
    ).toMatchObject({ reference: '8841' });
  });
});

describe('a card has its name or number in a header, under a record whose heading comes first', () => {
  const parts = ['Overview', 'Orders', 'Notes', 'Files', 'Emails', 'Tasks', 'Invoices', 'Log'];
  const tabs = el('div', ...parts.map((text) => el('button', text)));
  it('the number', () => {
    expect(
      capture(
        page([
          el('div', el('h1', 'Dana Lee')),
          tabs,
          el('section', el('header', el('h3', 'Contact'), el('span', phone)), el('p', 'Prefers mornings')),
        ]),
      ),
    ).toMatchObject(dana);
  });
  it('the sender of a ticket', () => {
    expect(
      capture(
        page([
          el('div', el('h1', 'Ticket 8841')),
          tabs,
          el(
            'section',
            el('header', el('strong', 'Dana Lee'), el('span', phone)),
            el('h3', 'Message'),
            el('p', 'My boiler broke'),
          ),
        ]),
      ),
    ).toMatchObject(dana);
  });
});

describe('a lead is somebody who wants something', () => {
  it.each(['Service lead', 'Account lead', 'Delivery lead', 'Support lead'])('%s', (title) => {
    expect(
      captureMain(
        el('h1', title),
        el('dl', field('Name', 'Dana Lee'), field('Phone', phone), field('Vehicle', 'Polo')),
      ),
    ).toMatchObject(dana);
  });
  it.each(['Service lead', 'Account lead'])('a list under %s', (head) => {
    expect(
      captureMain(
        el('h1', 'Leads'),
        table(
          [head, 'Phone', 'Source'],
          ...['Dana Lee', 'Ida Holm', 'Marko Brandt'].map((name, at) => [name, numbers[at] ?? '', 'Web']),
        ),
      ).callers,
    ).toHaveLength(3);
  });
});

describe('the technical contact is the only one, and calls', () => {
  it.each(['Technischer Ansprechpartner', 'Kaufmännischer Ansprechpartner'])('%s', (label) => {
    const read = (...parts: Node[]) => capture(withColumns(page([menu, el('main', ...parts)])), 'DE');
    const jens = { name: 'Jens Vogt', phone: '+493023125211' };
    expect(
      read(el('h1', 'Störung 8841'), el('dl', field(label, 'Jens Vogt'), field('Telefon', '030 23125 211'))),
    ).toMatchObject(jens);
    expect(
      read(
        el('h1', 'Störung 8841'),
        el(
          'dl',
          field('Firma', 'Harbor Works GmbH'),
          field(label, 'Jens Vogt'),
          field('Telefon', '030 23125 211'),
        ),
      ),
    ).toMatchObject(jens);
  });
});

describe('a page that says whom of ours to ask', () => {
  const team = (heading: string, title = heading, url = 'https://x.example/') =>
    capture(
      page(
        [
          menu,
          el(
            'main',
            el('h1', heading),
            el(
              'ul',
              ...['Priya Nair', 'Owen Castellan', 'Saoirse Mulqueen'].map((name, at) =>
                el('li', el('div', name), el('div', numbers[at] ?? '')),
              ),
            ),
          ),
        ],
        { title, url },
      ),
    ).callers;
  it.each([
    'Who handles inquiries',
    'For general enquiries',
    'Press inquiries',
    'Demandes : vos interlocuteurs',
    'Richieste: i referenti',
    'Consultas externas',
  ])('%s', (heading) => expect(team(heading)).toEqual([]));
  it('of a company called "Visit Oslo"', () => {
    expect(team('Who is in today', 'On duty | Visit Oslo')).toEqual([]);
  });
});

describe('the record of somebody of ours, below a short word', () => {
  it.each(['/employees/id/17', '/agents/uk/1042', '/staff/nz/17'])('%s', (path) => {
    expect(
      capture(
        page(
          [
            menu,
            el('main', el('h1', 'Priya Nair'), el('dl', field('Mobile', phone), field('Skills', 'Billing'))),
          ],
          { url: `https://x.example${path}` },
        ),
      ),
    ).toMatchObject({ name: null, phone: null });
  });
});
