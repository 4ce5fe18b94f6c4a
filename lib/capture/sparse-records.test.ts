import { describe, expect, it } from 'vitest';
import { capture, el, field, page, table, withLeaves } from '../../tests/support/unit/capture-page.ts';

describe('a record that says little', () => {
  it('is of the one its heading names where how to reach somebody is asked below it, and no number is known', () => {
    const record = page(
      [
        el('header', el('a', 'Lists')),
        el('h1', 'Thelonious Beck'),
        el(
          'dl',
          field('E-mail', 'tb@example.org'),
          field('Phone', 'Not on file'),
          field('Office', 'Shoreham'),
        ),
      ],
      { title: 'Thelonious Beck' },
    );
    expect(capture(record)).toMatchObject({ name: 'Thelonious Beck', phone: null });
    const report = page(
      [el('header', el('a', 'Lists')), el('h1', 'Thelonious Beck'), el('dl', field('Office', 'Shoreham'))],
      { title: 'Thelonious Beck' },
    );
    expect(capture(report).name).toBeNull();
  });

  it('takes a name for a person’s over which its reading stands', () => {
    const parts = (reading: string) => [
      el('div', el('span', reading), el('h1', '小田桐 葉月')),
      el('dl', field('部署', '総務部'), field('電話番号', '未登録'), field('続柄', '未登録')),
    ];
    const of = (reading: string) => capture(page(parts(reading), { title: '小田桐 葉月' })).name;
    expect(of('オダギリ ハヅキ')).toBe('小田桐 葉月');
  });

  it('takes neither the name nor the extensions of a page of settings for callers', () => {
    const settings = page(
      [
        el('h1', 'Voice Lines'),
        el('div', field('Server host', 'pbx.example')),
        el('h2', 'Extensions'),
        extensions,
      ],
      { url: 'https://chat.example/admin/settings/Voice_Lines', title: 'Voice Lines' },
    );
    expect(capture(settings)).toEqual({ name: null, phone: null, reference: null, callers: [] });
  });

  it('reads "Given" and "Family" as parts of a name, and "Value" by the kind chosen before it', () => {
    const form = withLeaves(
      page([
        el('h2', 'Edit'),
        el('div', el('label', 'Name'), el('div', 'Thelonious'), el('div', 'Beck')),
        el('div', el('label', 'Contact points'), el('div', el('div', 'mobile'), el('div', '208-555-0158'))),
      ]),
      {
        Thelonious: { kind: 'value', label: 'Given' },
        Beck: { kind: 'value', label: 'Family' },
        mobile: { kind: 'choice' },
        '208-555-0158': { kind: 'value', label: 'Value' },
      },
    );
    expect(capture(form)).toMatchObject({ name: 'Thelonious Beck', phone: '+12085550158' });
  });

  it('calls a school at its office, and no pupil there', () => {
    const fields = (office: string) =>
      el('dl', field(office, '(415) 555-0132'), field('Fax', '(415) 555-0139'), field('Code', '4155550'));
    const of = (heading: string, office: string) =>
      capture(page([el('main', el('h1', heading), fields(office))], { title: heading }));
    for (const desk of ['School office', 'Unit desk', 'Telefon (Sekretariat)'])
      expect(of('Thorpe Hamlet High School', desk).phone, desk).toBe('+14155550132');
    expect(of('Dana Lee', 'School office').phone).toBeNull();
  });
});

const extensions = table(
  ['Extension', 'Direct line', 'User', 'Status'],
  ['2214', '(617) 555-0100', 'Delphine Marsh', 'Available'],
  ['2215', '(617) 555-0101', 'Lorcan Whitfield', 'On call'],
  ['2216', '(617) 555-0102', 'Ida Holm', 'Away'],
);
