/** How frameworks for back offices lay out a record: a menu under the product's name, a bar, cards without headings. */
import { describe, expect, it } from 'vitest';
import { capture, el, field, type Node, page, withLeaves } from '../../tests/support/unit/capture-page.ts';

const phone = '(415) 555-0132';
const icon = { kind: 'icon' } as const;

/** The product's name over its menu, then the bar of who is signed in, then the record. */
const office = (...record: Node[]) =>
  withLeaves(
    page(
      [
        el(
          'div',
          el(
            'aside',
            el('div', el('a', el('h1', 'Beacon Hearing'))),
            el(
              'ul',
              ...[
                'Dashboard',
                'Missed calls',
                'Patients',
                'Facilities',
                'Orders',
                'Reports',
                'Files',
                'Help',
                'Logout',
              ].map((text) => el('li', el('a', text))),
            ),
          ),
          el(
            'div',
            el(
              'header',
              el('div', el('strong', 'Priyanka Delacroix'), el('span', 'ext. 4417'), el('i', 'user')),
            ),
            el('main', ...record),
          ),
        ),
      ],
      { title: '#80417 Show | Beacon Hearing' },
    ),
    { user: icon, mobile: icon },
  );

describe('a back office', () => {
  it('has its own name over its menu, and the agent in the bar behind it', () => {
    const record = office(
      el('h4', 'Whitcombe-Sato, Leocadia'),
      el('div', el('h5', 'Chart #'), el('span', 'BH-617-5550'), el('h5', 'Home'), el('span', phone)),
    );
    expect(capture(record)).toMatchObject({ name: 'Whitcombe-Sato, Leocadia', phone: '+14155550132' });
    const order = office(
      el('h4', 'Repair order 6175550133'),
      el('dl', field('Model', 'L90'), field('Phone', phone)),
    );
    expect(capture(order).name).toBeNull();
  });

  it('names the patient on a card that is titled so, over the picture of a telephone', () => {
    const comment = (author: string, text: string): Node =>
      el('li', el('i', 'user'), el('div', el('h4', author), el('div', 'Note · 2025-11-03 10:02')), text);
    const record = office(
      el('h4', 'Repair order 6175550133'),
      el('ul', comment('Marcus Feng', 'Lab quotes 7 days.'), comment('Ida Holm', 'Loaner issued.')),
      el(
        'div',
        el('div', el('div', 'Patient')),
        el(
          'div',
          el('div', el('span', el('strong', 'Harriet Lindqvist'))),
          el('div', el('span', el('i', 'mobile'), el('span', phone))),
        ),
      ),
      el('div', el('dl', field('Model', 'L90'), field('Serial', '2025-0857'))),
    );
    expect(capture(record)).toMatchObject({ name: 'Harriet Lindqvist', phone: '+14155550132' });
  });
});
