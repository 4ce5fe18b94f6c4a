/** What titles, trails and bars say is held to what they can mean: pages that a rule taken further reads wrong. */
import { describe, expect, it } from 'vitest';
import { capture, captureMain, el, field, type Node, page } from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const other = '(415) 555-0141';
const dana = { name: 'Dana Lee', phone: '+14155550132' };
const tab = (text: string): Node => ({ tag: 'button', role: 'tab', in: [text] });
const tabs = (...texts: string[]): Node => ({ tag: 'div', role: 'tablist', in: texts.map(tab) });
const reach = el('dl', field('Mobile', phone), field('Email', 'dana@lee.example'));
const steps = (label: string, ...texts: string[]): Node => ({
  tag: 'nav',
  label,
  in: [el('ol', ...texts.map((text) => el('li', el('a', text))))],
});

describe('a tab of the record is no trail', () => {
  it.each([
    [['Details', 'Knowledge', 'History']],
    [['Overview', 'Playbooks', 'Activity']],
    [['Übersicht', 'Wissensdatenbank', 'Verlauf']],
  ])('%s', (texts) => {
    expect(captureMain(el('h1', 'Dana Lee'), tabs(...texts), reach)).toMatchObject(dana);
    expect(
      captureMain(
        el('h1', 'Case 8841'),
        tabs(...texts),
        el('dl', field('Contact name', 'Dana Lee'), field('Phone', phone)),
      ),
    ).toMatchObject(dana);
  });
});

describe('the subject of a ticket begins with a party', () => {
  it.each([
    ['Neighbour noise', 'Neighbour'],
    ['Supplier delay on order 1182', 'Supplier'],
    ['Driver feedback 4711', 'Driver'],
    ['Insurer refuses claim', 'Insurer'],
    ['Landlord not reachable', 'Landlord'],
  ])('%s', (title, party) => {
    const section = el(
      'section',
      el('h2', party),
      el('dl', field('Name', 'Marko Brandt'), field('Phone', other)),
    );
    expect(
      captureMain(
        el('h1', title),
        el('dl', field('Contact', 'Dana Lee'), field('Phone', phone), field(party, 'Marko Brandt')),
      ),
    ).toMatchObject(dana);
    expect(
      captureMain(
        el('h1', title),
        section,
        el('section', el('h2', 'Customer'), el('dl', field('Name', 'Dana Lee'), field('Phone', phone))),
      ),
    ).toMatchObject(dana);
    // Only the other party's number is there: better none.
    expect(captureMain(el('h1', title), el('dl', field('Customer', 'Dana Lee')), section)).toMatchObject({
      name: 'Dana Lee',
      phone: null,
    });
  });
});

describe('steps and sections in <nav><ol>, a part of a named record', () => {
  const contact = el(
    'section',
    el('h2', 'Emergency contact'),
    el('dl', field('Name', 'Marko Brandt'), field('Mobile', other)),
  );
  it.each(['Progress', 'On this page'])('%s', (label) => {
    expect(
      captureMain(
        steps(label, 'Personal details', 'Insurance', 'Emergency contact'),
        el('h1', 'Dana Lee'),
        el('section', el('h2', 'Personal details'), el('dl', field('Mobile', phone))),
        contact,
      ),
    ).toMatchObject(dana);
  });
  it('a breadcrumb behind the name that heads the page: not her number', () => {
    expect(
      captureMain(
        steps('Breadcrumb', 'Patients', 'Dana Lee', 'Emergency contact'),
        el('h1', 'Dana Lee'),
        contact,
      ),
    ).toMatchObject({ name: 'Dana Lee', phone: null });
  });
});

describe('the record’s title stands in the top bar, beside "Log out"', () => {
  const body = el('div', el('h2', 'Contact'), reach, el('h2', 'Orders'), el('p', 'None'));
  it.each(['Dana Lee', 'Harbor Works Ltd'])('%s', (title) => {
    const user = el('div', el('span', 'Priya Nair'), el('a', 'Log out'));
    expect(capture(page([el('div', el('h1', title), user), body]))).toMatchObject({
      name: title,
      phone: '+14155550132',
    });
    expect(
      capture(page([el('div', el('h1', title), el('nav', el('a', 'Help'), el('a', 'Log out'))), body])),
    ).toMatchObject({ name: title, phone: '+14155550132' });
  });
  it('keeps the reference of the heading', () => {
    expect(
      capture(
        page([
          el('div', el('h1', 'Ticket 8841 – Dana Lee'), el('nav', el('a', 'Help'), el('a', 'Log out'))),
          body,
        ]),
      ).reference,
    ).toBe('8841');
  });
});

describe('the agent’s name, set like the product’s in the bar', () => {
  it('is no screen title (MUI: both are Typography h6)', () => {
    const ticket = (...bar: Node[]) =>
      capture(
        page([
          el('header', el('h6', 'Currawong Desk'), el('h6', 'Priya Nair'), ...bar),
          el(
            'main',
            el(
              'dl',
              field('Ticket', '4711'),
              field('Subject', 'Invoice came twice'),
              field('Callback number', phone),
            ),
          ),
        ]),
      ).name;
    expect(ticket(el('button', 'Log out'))).toBeNull();
    expect(ticket()).toBeNull();
  });
});

describe('the matter or the place under a heading of a screen', () => {
  it.each([
    ['Job details', 'Water Heater Repair', 'Contact person'],
    ['Case details', 'Water Heater Repair', 'Contact person'],
    ['Request details', 'Harbour View Apartments', 'Name'],
    ['Contact information', 'Harbour View Apartments', 'Name'],
    ['Overview', 'Harbour View Apartments', 'Name'],
  ])('%s / %s', (heading, under, label) => {
    expect(
      captureMain(
        el('h1', heading),
        el('h2', under),
        el('dl', field(label, 'Dana Lee'), field('Phone', phone)),
      ),
    ).toMatchObject(dana);
  });
  it('is nobody where nobody is named', () => {
    expect(
      captureMain(
        el('h1', 'Case details'),
        el('h2', 'Water Heater Repair'),
        el('dl', field('Status', 'Open'), field('Phone', phone)),
      ).name,
    ).toBeNull();
  });
});

describe('a link, a stroke and another text are no trail', () => {
  it.each(['/', '→', '>'])('%s', (sign) => {
    expect(
      captureMain(
        el('h1', 'Ticket 8841'),
        el(
          'dl',
          el('div', el('dt', 'Customer'), el('dd', el('a', 'Dana Lee'), sign, el('a', 'Harbor Works'))),
          field('Phone', phone),
        ),
      ),
    ).toMatchObject(dana);
    expect(
      captureMain(
        el('h1', 'Ticket 8841'),
        el(
          'div',
          el('span', 'Requester'),
          el('div', el('a', 'Dana Lee'), el('span', sign), el('a', 'Harbor Works')),
        ),
        el('div', el('span', 'Phone'), el('span', phone)),
      ),
    ).toMatchObject(dana);
    // Name and number of one card.
    expect(
      captureMain(el('div', el('a', 'Dana Lee'), el('span', sign), el('span', phone)), el('p', 'Notes')),
    ).toMatchObject(dana);
  });
});
