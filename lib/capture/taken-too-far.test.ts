import { describe, expect, it } from 'vitest';
import {
  capture,
  componentRow,
  el,
  field,
  page,
  table,
  withColumns,
} from '../../tests/support/unit/capture-page.ts';

/** Rules that hold for one page and, a word further, against the caller of another. */
describe('a rule is not taken too far', () => {
  const phone = field('Phone', '(415) 555-0132');

  it.each(['Customer support', 'Called party', 'Service desk'])(
    'the contact under "%s" is the caller',
    (part) => {
      const record = page([
        el('h1', 'Case 4711'),
        el('div', el('h2', part), el('dl', field('Contact', 'Dana Lee'), phone)),
      ]);
      expect(capture(record).name).toBe('Dana Lee');
    },
  );

  it.each(['Kot, Jan', 'Hund, Peter'])('%s is somebody, and no animal', (name) => {
    expect(capture(page([el('h1', name), el('dl', field('Owner', 'Anna Nowak'), phone)])).name).toBe(name);
  });

  it('a fax is a fax, wherever it stands', () => {
    const record = page([
      el('h1', 'Dana Lee'),
      el('div', el('span', 'Dana Lee'), el('span', 'Fax, office'), el('span', '(415) 555-0199')),
    ]);
    expect(capture(record).phone).toBeNull();
  });

  it.each(['/accounts/2/company', '/account/12345/company-details', '/organizations/o12/general'])(
    'our own company at %s is nobody to call',
    (path) => {
      const own = page(
        [
          el('h2', 'Company details'),
          el(
            'article',
            el('h3', 'Tidewrack Surf Supply Ltd'),
            el('dl', field('Company phone', '(415) 555-0210')),
          ),
        ],
        { url: `https://crm.example${path}` },
      );
      expect(capture(own)).toMatchObject({ name: null, phone: null });
    },
  );

  it.each([
    ['Solicitud de servicio', 'Aire Acondicionado'],
    ['Solicitud de', 'Baja Voluntaria'],
  ])('what is asked for is nobody: %s', (label, value) => {
    const record = page([
      el('h1', 'Caso 4711'),
      el('dl', field(label, value), field('Teléfono', '(415) 555-0132')),
    ]);
    expect(capture(record).name).toBeNull();
  });

  it('a first name alone is a name, whatever is said beside it', () => {
    const record = page([
      {
        tag: 'section',
        label: 'Caller',
        in: [el('div', 'Madonna'), el('div', 'Gold member'), el('div', '(415) 555-0132')],
      },
    ]);
    expect(capture(record).name).toBe('Madonna');
  });

  it.each(['Mobile plan 01632 960 771', 'Mobile claim 01632960771'])('%s is no number to call', (text) => {
    expect(capture(page([el('h1', 'Dana Lee'), el('p', text)]), 'GB').phone).toBeNull();
  });

  it.each(['Spouse', 'Driver', 'Emergency contact'])('the %s is not who called', (head) => {
    const list = table(
      ['Time', 'Number', head],
      ['07:58', '(415) 555-0184', 'Annelies Zumbrunn'],
      ['08:11', '(415) 555-0124', 'Mirjam Odermatt'],
    );
    expect(
      capture(withColumns(page([el('h1', 'Missed calls'), list]))).callers.map(([name]) => name),
    ).toEqual([null, null]);
  });

  it('companies that call again and again are who called', () => {
    const list = table(
      ['Time', 'Number', 'Company'],
      ['07:58', '(415) 555-0184', 'Kestrel Plumbing Ltd'],
      ['08:11', '(415) 555-0184', 'Kestrel Plumbing Ltd'],
      ['08:14', '(415) 555-0184', 'Kestrel Plumbing Ltd'],
      ['08:20', '(415) 555-0166', 'Montague Saddlery'],
      ['08:31', '(415) 555-0166', 'Montague Saddlery'],
    );
    const names = capture(withColumns(page([el('h1', 'Missed calls'), list]))).callers.map(([name]) => name);
    expect(names).toContain('Montague Saddlery');
    expect(names).not.toContain(null);
  });

  it('the end of a title of two parts may be the customer', () => {
    const record = page(
      [
        el('h1', 'Case 118'),
        el(
          'div',
          el('h2', 'Harbor Housing contact'),
          el('div', el('h3', 'Joonas Rautavaara'), el('a', '(415) 555-0112')),
        ),
      ],
      { title: 'Case 118 – Harbor Housing' },
    );
    expect(capture(record)).toMatchObject({ name: 'Joonas Rautavaara', phone: '+14155550112' });
  });

  it('a call in the bar is a call, though the agent is busy', () => {
    const record = page([
      el(
        'header',
        el('div', ...['Busy', 'Dana Lee', '02:14', '(415) 555-0132'].map((text) => el('span', text))),
      ),
      el('h1', 'Case 4711'),
      el('dl', field('Customer', 'Dana Lee'), phone),
    ]);
    expect(capture(record).phone).toBe('+14155550132');
  });
});

describe('and a list is one', () => {
  it('though nobody knows who half of its callers are', () => {
    const row = (name: string, number: string) =>
      el('li', el('a', name), el('span', 'Today, 9:48 AM'), el('span', number));
    const list = page([
      el('h1', 'Missed calls'),
      el(
        'ul',
        row('Xiomara Pettigrew', '519-555-0112'),
        row('Unknown caller', '416-555-0113'),
        row('Unknown caller', '226-555-0114'),
        row('Lucien Abernathy', '226-555-0119'),
      ),
    ]);
    expect(capture(list).callers).toHaveLength(4);
  });

  it('with heads that each stand alone in a component, too', () => {
    const list = page([
      el('h1', 'Calls'),
      {
        tag: 'div',
        role: 'grid',
        in: [
          componentRow('columnheader', 'Agent', 'Contact', 'Number'),
          componentRow('gridcell', 'Vera Quist', 'Hawthorne Abel', '(719) 555-0155'),
          componentRow('gridcell', 'Vera Quist', 'Dmitri Vandersloot', '(303) 555-0188'),
        ],
      },
    ]);
    const alone = {
      ...list,
      boxes: list.boxes.map((box) =>
        /^(?:gridcell|columnheader)$/.test(box.role ?? '') ? { ...box, column: 0 } : box,
      ),
    };
    expect(capture(alone).callers.map(([name]) => name)).toEqual(['Hawthorne Abel', 'Dmitri Vandersloot']);
  });

  it('and not what was called before it', () => {
    const call = page([
      el('h1', '(415) 555-0139'),
      el('dl', field('Caller', 'Unknown caller')),
      el(
        'div',
        el('h3', 'Previous call'),
        el('dl', field('Student', 'Imogen Tarkowski'), field('Number', '(415) 555-0188')),
      ),
    ]);
    expect(capture(call)).toMatchObject({ name: null, phone: '+14155550139' });
  });

  it('nor a mark of a field that has to be filled in', () => {
    const form = page([
      el('h1', '従業員情報の編集'),
      el('dl', field('姓', '鬼頭'), field('名', '必須'), field('携帯電話', '(415) 555-0132')),
    ]);
    expect(capture(form).name ?? '').not.toContain('必須');
  });
});
