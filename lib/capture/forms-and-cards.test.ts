/** How kits build forms, cards and headers, found on pages of theirs: labels behind fields, headers of cards. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  el,
  field,
  type Node,
  page,
  withColumns,
  withLeaves,
} from '../../tests/support/unit/capture-page.ts';
import { pageModel } from './page-model.ts';

const phone = '(415) 555-0132';

describe('forms', () => {
  const values = {
    Ermengarde: { kind: 'value' },
    'Castellano-Webb': { kind: 'value' },
    [phone]: { kind: 'value' },
  } as const;

  it('read a label that stands behind its field in the same part', () => {
    const control = (value: string, label: string): Node =>
      el('div', el('div', value), el('label', label), el('button', 'Clear'));
    const form = page([
      el(
        'form',
        control('Ermengarde', 'Given name'),
        control('Castellano-Webb', 'Family name'),
        control(phone, 'Mobile phone'),
        control('(415) 555-0142', 'Fax'),
      ),
    ]);
    expect(capture(withLeaves(form, { ...values, '(415) 555-0142': { kind: 'value' } }))).toMatchObject({
      name: 'Ermengarde Castellano-Webb',
      phone: '+14155550132',
    });
  });

  it('take what is typed into a field for a name for one, whatever else the word means', () => {
    const form = page([el('form', el('p', 'Stock'), el('p', 'Menu'), el('p', phone))]);
    const read = withLeaves(form, {
      Stock: { kind: 'value', label: 'First name' },
      Menu: { kind: 'value', label: 'Last name' },
      [phone]: { kind: 'value', label: 'Mobile' },
    });
    expect(capture(read).name).toBe('Stock Menu');
  });

  it('read a floating label that is kept from screen readers, over a name for them that says nothing', () => {
    const control = (label: string, value: string): Node =>
      el('fieldset', el('label', label), el('div', value));
    const form = page([
      el('h2', 'Edit customer'),
      el(
        'div',
        el('div', 'Personal'),
        el(
          'div',
          control('First name', 'Ermengarde'),
          control('Last name', 'Castellano-Webb'),
          control('Cell phone', phone),
        ),
      ),
    ]);
    const keyed = { label: '$t:inputField' };
    const read = withLeaves(form, {
      Ermengarde: { ...values.Ermengarde, ...keyed },
      'Castellano-Webb': { ...values['Castellano-Webb'], ...keyed },
      [phone]: { kind: 'value', ...keyed },
      'First name': { hidden: true },
      'Last name': { hidden: true },
      'Cell phone': { hidden: true },
    });
    expect(capture(read)).toMatchObject({ name: 'Ermengarde Castellano-Webb', phone: '+14155550132' });
  });
});

describe('a screen headed by what is done', () => {
  const screen = (heading: string, ...under: string[]) =>
    capture(
      withLeaves(
        page(
          [
            el('header', el('span', 'Rhiannon Pugh'), el('span', 'HR Advisor')),
            el(
              'main',
              el('h1', heading),
              ...under.map((text) => el('h2', text)),
              el('section', el('h3', 'Primary phone'), el('label', 'Phone number'), el('p', phone)),
            ),
          ],
          { url: 'https://hr.example/tamarack/d/task/2997' },
        ),
        { [phone]: { kind: 'value', label: 'Phone number' } },
      ),
    );

  it('is about whom the heading right under it names', () => {
    expect(screen('Change contact information', 'Osric Featherstone-Pyne')).toMatchObject({
      name: 'Osric Featherstone-Pyne',
      phone: '+14155550132',
    });
  });

  it.each([
    ['the agent', 'Change contact information', ['Rhiannon Pugh']],
    ['one of several', 'Contact information', ['Osric Featherstone-Pyne', 'Imelda Pyne', 'Ida Holm']],
    ['whoever is signed in', 'Edit my profile', ['Osric Featherstone-Pyne']],
  ])('is not about %s', (_who, heading, under) => {
    expect(screen(heading, ...under).name).toBeNull();
  });
});

it('Japanese fields say how a name is read, beside the fields that hold it', () => {
  const form = page([el('form', ...['鬼頭', '凛太朗', 'キトウ', 'リンタロウ'].map((text) => el('p', text)))]);
  const read = (last: string, first: string) =>
    capture(
      withLeaves(form, {
        鬼頭: { kind: 'value', label: '姓 必須' },
        凛太朗: { kind: 'value', label: '名 必須' },
        キトウ: { kind: 'value', label: last },
        リンタロウ: { kind: 'value', label: first },
      }),
    ).name;
  expect(read('姓（フリガナ）', '名（フリガナ）')).toBe('鬼頭 凛太朗');
  expect(read('姓カナ', '名カナ')).toBe('鬼頭 凛太朗');
  expect(read('姓（よみ）', '名（よみ）')).toBe('鬼頭 凛太朗');
  expect(read('セイ', 'メイ')).toBe('鬼頭 凛太朗');
});

describe('cards', () => {
  it('name the caller beside a conversation that is open in the bar, too', () => {
    const conversation = (...bar: string[]) =>
      capture(
        page([
          el('nav', el('div', el('div', 'Ida Holm'), el('div', 'ext. 2041'))),
          el('nav', el('a', 'Home'), el('a', 'Directory'), ...bar.map((text) => el('a', text))),
          el('header', el('h1', 'Conversation 2025111800451'), el('span', 'WhatsApp')),
          el('main', el('span', 'Iracema Prado'), el('span', '09:02'), el('p', 'The invoice came twice.')),
          el(
            'div',
            el('div', el('h5', 'Contact information')),
            el(
              'div',
              el('div', el('div', 'Iracema Prado')),
              el('div', el('div', 'Last conversation: 09:02')),
            ),
            { tag: 'div', role: 'tablist', in: [el('button', 'Details'), el('button', 'Channels')] },
            el('div', el('div', 'Cell phone'), el('div', phone)),
            el('div', el('div', 'CPF'), el('div', '519.555.002-37')),
          ),
        ]),
      ).name;
    expect(conversation()).toBe('Iracema Prado');
    expect(conversation('Iracema Prado', 'Protocol 2025111800417')).toBe('Iracema Prado');
  });

  const card = (title: string, ...rest: Node[]): Node =>
    el('div', el('header', el('p', title)), el('div', ...rest));

  it('have headers that are no bars of the product', () => {
    const record = page(
      [
        el('nav', el('a', 'Students'), el('a', 'Families'), el('a', 'Billing')),
        el('div', el('h1', 'Clementine Abernathy'), el('p', 'Violin'), el('p', 'Active')),
        el('div', el('p', 'Lessons'), el('p', 'Studio 4'), el('p', 'Thursdays')),
        card('Contact details', el('dl', field('Mobile', phone))),
        card('Notes', el('p', 'Make-up credits')),
      ],
      { title: 'Clementine Abernathy', url: 'https://school.example/students/1427' },
    );
    expect(capture(record)).toMatchObject({ name: 'Clementine Abernathy', phone: '+14155550132' });
  });

  it('leave the header a page begins with its bar', () => {
    const lines = Array.from({ length: 8 }, (_, at) => el('p', `Line ${at}`));
    const parts = [
      el('header', el('b', 'Amazon Desk')),
      el('h1', 'Case'),
      ...lines,
      card('Contact'),
      card('Notes'),
    ];
    const { items } = pageModel([page(parts)]);
    expect(items.filter(({ chrome }) => chrome).map(({ text }) => text)).toEqual(['Amazon Desk']);
  });
});

describe('lists', () => {
  it('are read under their headers where the header row alone has a cell more', () => {
    const row = (...cells: string[]): Node => el('tr', ...cells.map((text) => el('td', text)));
    const list = withColumns(
      page([
        el('h1', 'Calls'),
        el(
          'table',
          el('tr', el('th', ''), ...['Time', 'Contact', 'Animal', 'Number'].map((text) => el('th', text))),
          row('8:02', 'Rosalind Pike', 'Biscuit', '(415) 555-0132'),
          row('8:09', 'Unknown patron', 'Herd', '(415) 555-0133'),
          row('8:15', 'Wattle Creek Stud', 'Odin', '(415) 555-0134'),
        ),
      ]),
    );
    expect(capture(list).callers.map(([name]) => name)).toEqual(['Rosalind Pike', null, 'Wattle Creek Stud']);
  });

  it('and cards have tabs of their own, which are no menu of the product', () => {
    const record = page([
      el('nav', el('a', 'Klienci'), el('a', 'Pojazdy'), el('a', 'Faktury')),
      el(
        'main',
        el(
          'div',
          el('div', 'Szczepan Gąsior'),
          el('nav', el('a', 'Kontakt'), el('a', 'Dokumenty')),
          el('dl', field('Tel. komórkowy', phone)),
        ),
        el('h1', 'Dane klienta'),
        ...Array.from({ length: 20 }, (_, at) => el('p', `Wpis ${at}`)),
      ),
    ]);
    const shown = pageModel([record])
      .items.filter(({ chrome }) => !chrome)
      .map(({ text }) => text);
    expect(shown).toEqual(expect.arrayContaining(['Szczepan Gąsior', 'Tel. komórkowy', phone]));
  });
});

describe('numbers beside people', () => {
  it('are the relationship manager’s in the field behind the manager’s name', () => {
    const account = (manager: string) =>
      capture(
        page([
          el('h1', 'Saltmarsh Coffee Ltd'),
          el(
            'dl',
            field('Website', 'saltmarsh.example'),
            field(manager, 'Lysander Pike'),
            field('Direct line', phone),
          ),
        ]),
      ).phone;
    expect(account('Relationship manager')).toBeNull();
    expect(account('Trading name')).toBe('+14155550132');
  });

  it('and names in the product’s bar are the agent’s where the agent’s line follows, whatever the screen is called', () => {
    const of = (line: string) =>
      capture(
        page([
          el('header', el('b', 'Customer'), el('span', 'Dilys Penhaligon'), el('small', line)),
          el('dl', field('Name', 'Wilhelmina Strachan'), field('Mobile', phone)),
        ]),
      ).name;
    expect(of('Desk (415) 555-0104')).toBe('Wilhelmina Strachan');
    expect(of('Gold member')).toBe('Dilys Penhaligon');
  });

  it('are the caller’s right under "Unknown caller", however many fields of the call follow', () => {
    const call = page(
      [
        el('div', el('span', 'Ext. desk (415) 555-0100')),
        el(
          'div',
          el('div', 'Inbound call'),
          el(
            'div',
            el('div', 'Unknown caller'),
            el('p', phone),
            el(
              'dl',
              field('Called', '1-844-555-0150'),
              field('Campaign', 'Radio'),
              field('Received', '7:59 AM'),
              field('Duration', '0:21'),
              field('Call ID', '77140'),
            ),
          ),
        ),
        el('h2', 'Recording and transcript'),
        el('h2', 'Previous call on this line'),
      ],
      { url: 'https://desk.example/calls/77140' },
    );
    expect(capture(call)).toMatchObject({ name: null, phone: '+14155550132' });
  });
});
