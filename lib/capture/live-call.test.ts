import { describe, expect, it } from 'vitest';
import { capture, el, field, type Node, page } from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';

describe('a call, and callers nobody knows', () => {
  it('does not take our own line for the caller’s on the record of a call that is over', () => {
    const frame = page(
      [
        el('h1', 'Dana Lee'),
        el('span', 'Today 14:20'),
        el('div', el('label', 'DID'), el('span', '(415) 555-0100')),
        el('div', el('label', 'Mobile'), el('span', '(415) 555-0132')),
      ],
      { url: 'https://crm.example/calls/991', title: 'Dana Lee' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes no note about an unhappy caller for a caller nobody knows', () => {
    const frame = page([
      el('h1', 'Ticket 12'),
      el('div', el('label', 'Customer'), el('span', 'Dana Lee')),
      el('div', el('label', 'Phone'), el('span', '(415) 555-0132')),
      el('div', el('label', 'Note'), el('span', 'Caller is not happy')),
    ]);
    const { name } = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(name.chosen?.value).toBe('Dana Lee');
    expect(name.chosen?.confidence).toBeGreaterThan(0.9);
  });

  it('takes the first number of a page that shows a call in hand for the one that called', () => {
    const frame = page(
      [
        el('div', el('h1', 'On the line'), el('span', '00:19')),
        el(
          'div',
          el('h3', 'Not a known member'),
          el('div', '(415) 555-0132'),
          el('div', el('div', 'Skill'), el('div', 'Roadside EN')),
        ),
        el('h3', 'Lately'),
        el('div', el('div', 'Yesterday'), el('div', 'Rosamund Tate, (415) 555-0175')),
      ],
      { url: 'https://crm.example/call/now' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('takes the number of a call from nobody known also where only its address and its words say so', () => {
    const frame = page(
      [
        el('div', 'Connected 00:33'),
        el('div', 'No recipient or shipper owns this number'),
        el('h1', 'Now talking'),
        el('div', el('h4', '(415) 555-0132'), el('div', 'Leg'), el('div', 'sl-45855')),
        el('h1', 'Perhaps a parcel for'),
        el('ul', el('li', el('p', 'Ignacio Blum'), el('p', '(415) 555-0175'))),
      ],
      { url: 'https://crm.example/calls/live' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('takes a number beside a label nobody knows, not an id beside another', () => {
    const field = (label: string, value: string): Node => el('div', el('i', label), el('span', value));
    const frame = page([
      el(
        'div',
        field('Plotholder', 'Dana Lee'),
        field('Blower', '(415) 555-0132'),
        field('Waiting since', '12/03/2019'),
        field('Gate fob', '4155550199'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes the number beside "Unknown number", not those of possible customers', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const frame = page([
      el('h1', 'Inbox'),
      el('div', el('h2', 'Voicemail'), el('b', 'Unknown number'), el('span', '(415) 555-0132')),
      el(
        'div',
        el('h2', 'Possible clients'),
        el('table', row('Dana Lee', '(415) 555-0123'), row('Sam Roe', '(415) 555-0312')),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('takes the number of a caller who is not known', () => {
    const frame = page([
      el('h2', 'Missed call'),
      el('dl', field('Caller', 'Unknown caller'), field('Number', '(415) 555-0132')),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });

  it('fills in the number of a call from nobody known, and none of the names beside it', () => {
    const recent = (name: string, number: string): Node => el('li', el('div', name), el('div', number));
    for (const unknown of [
      'Número no agendado',
      'Unknown caller on line 2',
      'Not in customer master',
      'Kein Treffer',
    ]) {
      const frame = page([
        {
          tag: 'div',
          role: 'alert',
          in: [
            el('h2', 'Incoming call'),
            el('div', unknown),
            el('div', '(415) 555-0132'),
            el('div', 'Mar del Plata'),
            el('button', 'Answer'),
          ],
        },
        el('h2', 'Recent'),
        el('ul', recent('Dana Lee', '(415) 555-0199'), el('li', el('div', 'Sam Roe'), el('div', 'CB-5133'))),
      ]);
      expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
    }
  });

  it('takes the calls an agent has open, listed in the bar, for no part of the bar', () => {
    const frame = page([
      {
        tag: 'nav',
        in: [
          el('a', 'Home'),
          el('a', 'Accounts'),
          el('div', el('span', 'Dana Lee'), el('span', '415-555-0132'), el('span', '04:51')),
        ],
      },
      el(
        'dl',
        field('Name', 'Dana Lee'),
        field('Home', '(415) 555-0132'),
        field('DNIS', '(415) 555-0199'),
        field('Meter', 'ML 77'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132' });
  });

  it('takes the number labelled "Phone" of a record that says nobody matches it', () => {
    const frame = page(
      [
        el('h1', 'Phone Call'),
        el('div', 'No contact matches this number'),
        el('h2', 'Details'),
        el(
          'dl',
          field('Regarding', 'Inbound call'),
          field('Caller', 'Unknown'),
          field('Phone', '(415) 555-0132'),
          field('Dialled', '(415) 555-0100'),
          field('Leader', 'Sam Roe'),
        ),
      ],
      { url: 'https://crm.example/activities/88014', title: 'Phone Call' },
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: '+14155550132' });
  });
});
