import { describe, expect, it } from 'vitest';
import {
  capture,
  card,
  el,
  type Node,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';
import type { FrameEvidence } from './evidence.ts';

describe('the callers of a list', () => {
  it('keeps the extension of each number', () => {
    const log = page([
      el('h1', 'Missed calls'),
      table(
        ['Caller', 'Phone', 'Time'],
        ['Dana Lee', '(415) 555-0132 ext. 9', '10:04'],
        ['Omar Haddad', '(415) 555-0177', '10:15'],
        ['Ana Souza', '(415) 555-0188 x2210', '11:20'],
      ),
    ]);
    const { callers } = chooseCaller([withColumns(log)], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(callers.map(({ phone }) => [phone?.e164, phone?.extension])).toEqual([
      ['+14155550132', '9'],
      ['+14155550177', undefined],
      ['+14155550188', '2210'],
    ]);
  });

  it('takes fields built like rows for fields, by what stands in them and not by their labels', () => {
    const line = (...texts: string[]): Node => el('li', ...texts.map((text) => el('span', text)));
    const frame = page(
      [
        el('h1', 'Dana Lee'),
        el(
          'ul',
          line('Blower', '(415) 555-0132'),
          line('Works blower', '(415) 555-0175'),
          line('Fob', '4155550199'),
          line('Minder', 'Theo Brandt'),
          line('Post', 'dana@mail.example'),
        ),
      ],
      { title: 'Dana Lee' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
  });

  it('takes parts of a record for parts where one says so, and a list of jobs for a list', () => {
    const part = (title: string, name: string, number: string): Node =>
      el('li', el('b', title), el('div', name), el('div', number));
    const parts = page([
      el('h1', 'Boat trip 12'),
      el(
        'ul',
        part('Customer', 'Dana Lee', '(415) 555-0132'),
        part('Landlubber', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(parts)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
    const jobs = page([
      el('h1', 'Jobs'),
      el(
        'ul',
        part('Kitchen tap drips', 'Dana Lee', '(415) 555-0132'),
        part('Boiler cold', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(jobs)).toMatchObject({
      name: null,
      phone: null,
      callers: [
        ['Dana Lee', '+14155550132'],
        ['Ida Berg', '+14155550175'],
      ],
    });
  });

  it('keeps the rows of a table whose first column is who owns them, and of a log with the agent in it', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const owned = page([
      el('h1', 'Customers'),
      el(
        'table',
        el('tr', el('th', 'Owner'), el('th', 'Name'), el('th', 'Phone')),
        row('Sam Poole', 'Dana Lee', '(415) 555-0132'),
        row('Sam Poole', 'Ida Berg', '(415) 555-0175'),
      ),
    ]);
    expect(capture(owned).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Berg', '+14155550175'],
    ]);
    const log = page([
      el('header', el('span', 'Sam Poole'), el('button', 'Sign out')),
      el('h1', 'Calls'),
      el(
        'ul',
        ...[
          ['Dana Lee', '(415) 555-0132', '09:12'],
          ['Sam Poole', '(415) 555-0160', '09:15'],
          ['Ida Berg', '(415) 555-0175', '09:20'],
        ].map((cells) => el('li', ...cells.map((text) => el('span', text)))),
      ),
    ]);
    expect(capture(log).callers).toHaveLength(3);
  });

  it('takes cards of fields with a date each for the record’s parts, not for a list beside it', () => {
    const part = (title: string, ...fields: [string, string][]): Node =>
      el(
        'div',
        el('div', title),
        el('div', ...fields.map(([label, value]) => el('div', el('span', label), el('span', value)))),
      );
    const frame = page(
      [
        el('h3', 'Leopold Marchetti'),
        el(
          'div',
          part(
            'Get hold of',
            ['Mobile', '(415) 555-0132'],
            ['E-mail', 'leo@mail.example'],
            ['Since', '12 min'],
            ['Status', 'Gold'],
          ),
          part(
            'Stored',
            ['Key code', '5055-5013'],
            ['Plate', 'NM 505'],
            ['Next due', '05/05/2027'],
            ['Status', 'Good'],
          ),
        ),
      ],
      { title: 'Leopold Marchetti' },
    );
    expect(capture(frame)).toMatchObject({ name: 'Leopold Marchetti', phone: '+14155550132', callers: [] });
  });

  it('reads a column of two kinds of callers, and leaves lists of those who work with us alone', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const list = (...head: string[]): FrameEvidence =>
      page([
        el('h1', 'Overnight'),
        el(
          'table',
          el('tr', ...head.map((text) => el('th', text))),
          row('Folasade Tremblay', 'Kelowna N', '(415) 555-0132'),
          row('Ignatius Wong', 'Kelowna S', '(415) 555-0175'),
        ),
      ]);
    expect(capture(list('Client or referrer', 'Area', 'Rang from')).callers).toEqual([
      ['Folasade Tremblay', '+14155550132'],
      ['Ignatius Wong', '+14155550175'],
    ]);
    expect(capture(list('Caregiver', 'Area', 'Cell')).callers).toEqual([]);
  });

  it('offers no people of our own as callers: boards, rosters, lists with the one who is signed in', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const people = el(
      'table',
      el('tr', el('th', 'Unit'), el('th', 'Patrol'), el('th', 'Unit mobile')),
      row('BS-04', 'Gethin Bowyer', '(415) 555-0132'),
      row('BS-07', 'Shanthi Perera', '(415) 555-0175'),
      row('GL-01', 'Maurice Tilley', '(415) 555-0160'),
    );
    expect(capture(page([el('h1', 'Patrol roster'), people])).callers).toEqual([]);
    const own = page([
      el('header', el('span', 'Shanthi Perera'), el('button', 'Sign out')),
      el('h1', 'Calls of week 47'),
      people,
    ]);
    expect(capture(own).callers).toEqual([]);
    expect(capture(page([el('h1', 'Calls of week 47'), people])).callers).toHaveLength(3);
  });

  it('leaves the conversations beside the record alone', () => {
    const row = (who: string, when: string): Node =>
      el('div', el('h4', who), el('p', 'thanks'), el('span', when));
    const frame = page([
      el('div', row('+1 415 555 0177', '2h'), row('Sam Roe', '1d')),
      card('Dana Lee', 'dana.lee@mail.example'),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: null });
  });

  it('offers the rows of a call log that names nobody', () => {
    const call = (number: string, when: string): Node =>
      el('li', el('div', number), el('div', 'Missed'), el('div', when));
    const frame = page([el('ul', call('+1 505-555-0171', '9:12 AM'), call('+1 505-555-0173', '8:40 AM'))]);
    expect(capture(frame)).toMatchObject({
      name: null,
      phone: null,
      callers: [
        [null, '+15055550171'],
        [null, '+15055550173'],
      ],
    });
  });

  it('puts first and last name columns of a list together', () => {
    const cells = (tag: string, texts: string[]): Node => el('tr', ...texts.map((text) => el(tag, text)));
    const frame = page([
      el(
        'table',
        cells('th', ['Last name', 'First name', 'Company', 'Phone']),
        cells('td', ['Lee', 'Dana', 'Harbor Tile', '(415) 555-0132']),
        cells('td', ['Roe', 'Sam', 'Fern Dental', '(415) 555-0133']),
      ),
    ]);
    for (const [at, box] of frame.boxes.entries())
      if (/^t[dh]$/.test(box.tag))
        box.column = frame.boxes.slice(0, at).filter((one) => one.parent === box.parent).length;
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Sam Roe', '+14155550133'],
    ]);
  });

  it('offers no rows of services on the page that greets the agent', () => {
    const row = (tag: string, ...cells: string[]): Node => el('tr', ...cells.map((text) => el(tag, text)));
    const frame = page([
      el('h1', 'Good morning, Rosa'),
      el(
        'table',
        row('th', 'Service', 'Contact', 'Number'),
        row('td', 'Glass repair', 'Clearscreen', '(415) 555-0132'),
        row('td', 'Legal cover', 'Ashdown LLP', '(415) 555-0133'),
      ),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: null, callers: [] });
  });

  it('takes replies with signatures for a conversation, not for a list of callers', () => {
    const reply = (who: string, said: string, number: string): Node =>
      el(
        'div',
        el('strong', who),
        el('span', '19 Feb 2026 9:02'),
        el('div', el('p', said), el('p', who, number)),
      );
    const frame = page([
      el('h1', 'Two boxes missing'),
      reply('Rosa Agent', 'Hello, we are looking into it.', 'Tel. (415) 555-0199'),
      reply('Dana Lee', 'Two boxes are missing.', 'Mobile: (415) 555-0132'),
      el('div', el('a', 'Dana Lee'), el('a', 'dana.lee@mail.example')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Dana Lee', phone: '+14155550132', callers: [] });
  });

  it('leaves the column of our own lines out of a call log, whatever it is called', () => {
    const frame = withColumns(
      page([
        el('h1', 'Missed calls'),
        table(
          ['Time', 'Number', 'Customer', 'Circuit'],
          ['09:41', '(415) 555-0132', 'Dana Lee', '(415) 555-0100'],
          ['09:38', '(415) 555-0133', 'Sam Roe', '(415) 555-0100'],
          ['09:12', '(415) 555-0134', 'Kim Poe', '(415) 555-0101'],
          ['08:57', '(415) 555-0135', 'Lou Fay', '(415) 555-0101'],
          ['08:50', 'withheld', 'unknown', '(415) 555-0101'],
        ),
      ]),
    );
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Sam Roe', '+14155550133'],
      ['Kim Poe', '+14155550134'],
      ['Lou Fay', '+14155550135'],
    ]);
  });

  it('takes no colleague of a wallboard for a caller', () => {
    const frame = withColumns(
      page(
        [
          el('h1', 'Real-time queues'),
          table(
            ['Worker', 'Activity', 'Contact URI'],
            ['Rosa Park', 'On a call', '+1 415 555 0132'],
            ['Ben Ode', 'Break', '+1 415 555 0133'],
          ),
        ],
        { title: 'Missed calls : Harbor Solar' },
      ),
    );
    expect(capture(frame)).toMatchObject({ name: null, phone: null, callers: [] });
  });

  it('keeps a row whose line and outcome only partly read as our own side', () => {
    const row = (name: string, number: string, line: string, time: string): Node =>
      el(
        'div',
        el('section', el('span', name)),
        el('section', el('span', number), el('div', line)),
        el('span', time),
      );
    const frame = page([
      el('h1', 'Missed'),
      el(
        'div',
        row('Dana Lee', '(415) 555-0132 ·', 'Front desk', '8:41 AM'),
        row('Ida Berg', '(415) 555-0175 ·', 'Front desk · Hung up in queue', '9:12 AM'),
        row('Sam Poole', '(415) 555-0160 ·', 'Boarding', '9:40 AM'),
      ),
    ]);
    expect(capture(frame).callers).toHaveLength(3);
  });

  it('takes the number of a ticket whose subject is to call it', () => {
    const frame = withColumns(
      page([
        el('h1', 'Tickets'),
        table(
          ['Number', 'Subject', 'From', 'Assigned to'],
          ['771204', 'Call back: (415) 555-0132', 'Dana Lee', 'Sam Roe'],
          ['771199', 'Call back: (415) 555-0175', 'Ida Berg', 'Sam Roe'],
          ['771180', 'Invoice (415) 555-0160', 'Sam Poole', 'Sam Roe'],
        ),
      ]),
    );
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Ida Berg', '+14155550175'],
    ]);
  });

  it('names rows by whom they are of, not by who works them off, and by the company where nobody is named', () => {
    const frame = withColumns(
      page([
        el('h1', 'Communications'),
        table(
          ['Date', 'Company', 'Person', 'Number', 'User'],
          ['20/11/2026 08:51', 'Harbor Sails', 'Dana Lee', '(415) 555-0132', 'Sam Roe'],
          ['20/11/2026 09:12', 'Grand Marina', '', '(415) 555-0175', 'Sam Roe'],
          ['20/11/2026 09:40', '', 'Ida Berg', '(415) 555-0160', 'Sam Roe'],
        ),
      ]),
    );
    expect(capture(frame).callers).toEqual([
      ['Dana Lee', '+14155550132'],
      ['Grand Marina', '+14155550175'],
      ['Ida Berg', '+14155550160'],
    ]);
  });

  it('offers people and numbers only where something says that they are callers', () => {
    const board = (more: string[], url: string) =>
      capture(
        page(
          [
            el('h1', 'Zorblat today'),
            table(
              ['Snarf', 'Grix', 'Blorf'],
              ['Rosa Park', '(415) 555-0132', more[0] ?? ''],
              ['Ben Ode', '(415) 555-0133', more[1] ?? ''],
            ),
          ],
          { url },
        ),
      ).callers.length;
    expect(board(['07:00–15:00', '15:00–23:00'], 'https://crm.example/zorblat')).toBe(0);
    // A time in each row makes it a log, an address a list of customers.
    expect(board(['09:12', '09:40'], 'https://crm.example/zorblat')).toBe(2);
    expect(board(['Fresno', 'Reno'], 'https://crm.example/customers')).toBe(2);
  });

  it('takes the fields of a company and the list of its people for no list of two', () => {
    const cell = (...texts: string[]): Node => el('div', ...texts.map((text) => el('p', text)));
    const frame = page([
      el('h2', 'Drukkerij De Pers B.V.'),
      el('div', cell('Algemeen', '(415) 555-0132'), cell('Fax', '(415) 555-0133'), cell('KvK', '03879401')),
      el('div', cell('Dana Lee', 'HR', '(415) 555-0134'), cell('Sam Roe', 'Wagenpark', '(415) 555-0135')),
    ]);
    expect(capture(frame)).toMatchObject({ name: 'Drukkerij De Pers B.V.', phone: '+14155550132' });
  });

  it('takes a bare "2:31" for a time only where the column runs in order', () => {
    const log = (...clocks: string[]) => {
      const rows = clocks.map((clock, at) => [
        `${['Dana Lee', 'Ida Berg', 'Sam Poole'][at]}`,
        `(415) 555-013${at}`,
        clock,
      ]);
      const frame = page([el('h1', 'Missed calls'), table([], ...rows)]);
      const context = { defaultCountry: 'US', now: 1_795_400_000_000, zone: 'UTC' };
      return chooseCaller([frame], context).callers.map(({ time }) => time !== null);
    };
    expect(log('2:31', '0:48', '4:02')).toEqual([false, false, false]);
    expect(log('9:12', '8:40', '8:05')).toEqual([true, true, true]);
  });

  it('keeps the row whose state is another than that of the rest', () => {
    const states = ['Open', 'Closed', 'Open', 'Closed'];
    const people = ['Dana Lee', 'Ida Berg', 'Sam Poole', 'Kim Poe'];
    const rows = states.map((state, at) => [people[at] ?? '', `(415) 555-013${at}`, state]);
    expect(capture(page([el('h1', 'Missed calls'), table([], ...rows)])).callers).toHaveLength(4);
  });

  it('reads a log of one call, and none of one on a record', () => {
    const log = table(['Caller', 'Number', 'Time'], ['Dana Lee', '(415) 555-0132', '10:04']);
    const title = { title: 'Missed calls' };
    const alone = capture(withColumns(page([el('h1', 'Missed calls'), log], title)));
    expect(alone).toMatchObject({ name: null, phone: null, callers: [['Dana Lee', '+14155550132']] });
  });

  it('says so where there are more rows than are shown', () => {
    const rows = Array.from({ length: 230 }, (_, at) => [
      `Dana ${'ABCDEFGHIJ'[at % 10]}${'abcdefghijklmnopqrstuvw'[Math.floor(at / 10)]}er`,
      `(415) 555-${1000 + at}`,
      '10:04',
    ]);
    const frame = withColumns(page([table(['Caller', 'Number', 'Time'], ...rows)]));
    const found = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
    expect(found.callers).toHaveLength(200);
    expect(found.notices).toEqual([{ code: 'too-large' }]);
  });

  it('fills in nobody of a list of cards that are all alike and read as none', () => {
    const one = (tag: string, name: string, number: string): Node =>
      el(tag, el('div', el('b', name)), el('div', el('span', number)));
    const frame = page([
      one('section', 'Dominika Kowalczyk', '(415) 555-0132'),
      one('div', 'Gwilym Penhaligon', '(415) 555-0133'),
      one('fieldset', 'Ida Berg', '(415) 555-0134'),
    ]);
    expect(capture(frame)).toMatchObject({ name: null, phone: null });
  });
});
