/** What words and rows say is held to what they can mean: pages that a rule taken further reads wrong. */
import { describe, expect, it } from 'vitest';
import {
  capture,
  captureMain,
  el,
  field,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';
import { cleanName, nameShape } from './name-shape.ts';

const phone = '(415) 555-0132';
const dana = { name: 'Dana Lee', phone: '+14155550132' };
const reach = el('dl', field('Mobile', phone), field('Email', 'dana@lee.example'));

describe('"Not in …" of a contract, a parcel, a sequence', () => {
  it.each([
    'Not in warranty',
    'Not in network',
    'Not in a sequence',
    'Not in arrears',
    'Nicht im Verzug',
    'Non in garanzia',
    'Não está em atraso',
    'No está en garantía',
  ])('a chip or field "%s" on a named record', (text) => {
    expect(captureMain(el('h1', 'Dana Lee'), el('span', text), reach)).toMatchObject(dana);
    expect(captureMain(el('h1', 'Dana Lee'), reach, el('dl', field('Status', text)))).toMatchObject(dana);
  });
  it.each(['Not in stock', 'Nicht im Lieferumfang', 'Pas dans le colis'])(
    'the subject or one item of an order: "%s"',
    (text) => {
      const fields = el('dl', field('Name', 'Dana Lee'), field('Phone', phone));
      expect(captureMain(el('h1', text), fields)).toMatchObject(dana);
      expect(
        captureMain(el('h1', 'Order 8841'), fields, table(['Item', 'Status'], ['Garden pump', text])),
      ).toMatchObject(dana);
    },
  );
});

describe('what is linked or kept elsewhere', () => {
  it.each([
    'Number not registered on WhatsApp',
    'Customer not registered in the portal',
    'Contact not linked in Xero',
    'Contact not saved in Outlook',
  ])('%s', (text) => {
    expect(captureMain(el('h1', 'Dana Lee'), reach, el('dl', field('Status', text)))).toMatchObject(dana);
  });
  it('電話番号が登録されていません is about the second number', () => {
    expect(
      capture(
        page([
          el(
            'main',
            el('h1', '山田 太郎'),
            el('dl', field('携帯電話', '090-1234-5678'), field('自宅電話', '電話番号が登録されていません')),
          ),
        ]),
        'JP',
      ),
    ).toMatchObject({ name: '山田 太郎', phone: '+819012345678' });
  });
  it('an empty panel of a record', () => {
    expect(
      captureMain(el('h1', 'Dana Lee'), reach, el('section', el('h2', 'Saker'), el('p', 'Ingen treff'))),
    ).toMatchObject(dana);
  });
});

describe('rows that begin with a heading, under heads of columns', () => {
  const list = (title: string, head: string[], ...rows: string[][]) =>
    captureMain(
      el('h1', title),
      el('div', ...head.map((text) => el('span', text))),
      el(
        'div',
        ...rows.map(([first = '', ...rest]) =>
          el('div', el('h3', first), ...rest.map((text) => el('span', text))),
        ),
      ),
    ).callers;
  const callers = [
    ['Dana Lee', '+14155550132'],
    ['Ida Holm', '+14155550133'],
    ['Marko Brandt', '+14155550134'],
  ];
  it('the customers, not the agents', () => {
    expect(
      list(
        'Open tickets',
        ['Ticket', 'Assignee', 'Requester', 'Phone'],
        ['T-4711', 'Priya Nair', 'Dana Lee', '(415) 555-0132'],
        ['T-4712', 'Saoirse Mulqueen', 'Ida Holm', '(415) 555-0133'],
        ['T-4713', 'Owen Castellan', 'Marko Brandt', '(415) 555-0134'],
      ),
    ).toEqual(callers);
  });
  it('a list of callers, not lost', () => {
    expect(
      list(
        'Today',
        ['Caller', 'Number', 'Reason'],
        ['Dana Lee', '(415) 555-0132', 'Invoice'],
        ['Ida Holm', '(415) 555-0133', 'Delivery'],
        ['Marko Brandt', '(415) 555-0134', 'Return'],
      ),
    ).toEqual(callers);
  });
});

describe('a name of one word beside a state', () => {
  const rows = (heading: string, country: string, ...texts: string[][]) =>
    capture(
      page([
        el('h1', heading),
        el(
          'div',
          ...texts.map((row) => el('div', ...row.map((text) => el('div', text)), el('button', 'Call back'))),
        ),
      ]),
      country,
    ).callers.map(([name]) => name);
  it('Japanese names have no space', () => {
    expect(
      rows(
        '不在着信',
        'JP',
        ['山田太郎', '090-1234-5678', '10:02', '未登録'],
        ['佐藤花子', '090-1234-5679', '09:41', '登録済'],
        ['鈴木一郎', '090-1234-5670', '09:12', '新規のお客様'],
      ),
    ).toEqual(['山田太郎', '佐藤花子', '鈴木一郎']);
  });
  it('family names and companies', () => {
    expect(
      rows(
        'Missed calls',
        'US',
        ['Okafor', '(415) 555-0132', '10:02', 'New caller'],
        ['Siemens', '(415) 555-0133', '09:41', 'Unregistered'],
        ['Brandt', '(415) 555-0134', '09:12', 'Not in CRM'],
      ),
    ).toEqual(['Okafor', 'Siemens', 'Brandt']);
  });
});

describe('the name is kept in kana only', () => {
  it.each(['お名前（カナ）', '氏名（フリガナ）', 'ご予約者名（カナ）'])('%s', (label) => {
    expect(
      capture(
        page([
          el(
            'main',
            el('h1', '予約詳細'),
            el(
              'dl',
              field('予約番号', 'R-8841'),
              field(label, 'ヤマダ タロウ'),
              field('電話番号', '090-1234-5678'),
            ),
          ),
        ]),
        'JP',
      ),
    ).toMatchObject({ name: 'ヤマダ タロウ', phone: '+819012345678' });
    expect(
      capture(
        withColumns(
          page([
            el(
              'main',
              el('h1', '予約一覧'),
              table(
                [label, '電話番号', '人数'],
                ['ヤマダ タロウ', '090-1234-5678', '4'],
                ['サトウ ハナコ', '090-1234-5679', '2'],
                ['スズキ イチロウ', '090-1234-5670', '3'],
              ),
            ),
          ]),
        ),
        'JP',
      ).callers,
    ).toHaveLength(3);
  });
});

describe('the closing quote of a name in guillemets', () => {
  it.each(['ООО «Ромашка»', 'Restaurant «Le Lion»'])('%s', (name) => {
    expect(cleanName(name)).toBe(name);
    expect(
      captureMain(el('h1', 'Order 8841'), el('dl', field('Customer', name), field('Phone', phone))).name,
    ).toBe(name);
  });
});

describe('companies that are called a line', () => {
  it.each(['Linea SRL', 'Lijn BV', 'Linia SA', 'Linea d’Oro S.r.l.', 'Ligne et Couleur SARL'])(
    '%s',
    (name) => {
      expect(nameShape(name)).toBeGreaterThanOrEqual(0.45);
      expect(
        captureMain(el('h1', 'Ticket 8841'), el('dl', field('Customer', name), field('Phone', phone))),
      ).toMatchObject({ name });
    },
  );
});

describe('who brought a thing is not who it belongs to', () => {
  it.each([
    ['Repair order 8841', 'Brought in by', 'Lone Star Towing'],
    ['Parcel 8841', 'Dropped off by', 'Marko Brandt'],
  ])('%s, %s %s', (title, label, value) => {
    expect(
      captureMain(
        el('h1', title),
        el('dl', field('Customer', 'Dana Lee'), field('Phone', phone), field(label, value)),
      ),
    ).toMatchObject(dana);
  });
  it('nor the one in the heading', () => {
    expect(
      captureMain(
        el('h1', 'Dana Lee'),
        el('dl', field('Phone', phone), field('Brought in by', 'Lone Star Towing')),
      ),
    ).toMatchObject(dana);
  });
});

describe('Nordic words', () => {
  it('"Våre brukere" are those a Norwegian municipality cares for', () => {
    expect(
      capture(
        withColumns(
          page([
            el('h1', 'Våre brukere'),
            table(
              ['Navn', 'Telefon'],
              ['Torbjørg Aasmundstad', '902 55 126'],
              ['Kjell-Arne Bjørkedal', '911 55 161'],
              ['Ida Holm', '955 50 188'],
            ),
          ]),
        ),
        'NO',
      ).callers,
    ).toHaveLength(3);
  });
  it.each(['Anropsgrupper', 'Anropsstyrning'])('%s are our own lines', (title) => {
    expect(
      capture(
        page([
          el('h1', title),
          el(
            'ul',
            ...[
              ['Norra Skåne', '08-123 456 01'],
              ['Södra Hamnen', '08-123 456 02'],
              ['Västra Gruppen', '08-123 456 03'],
            ].map((row) => el('li', ...row.map((text) => el('div', text)))),
          ),
        ]),
        'SE',
      ).callers,
    ).toEqual([]);
  });
});
