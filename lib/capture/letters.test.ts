import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

describe('a letter on the screen', () => {
  const letter = (...lines: string[]) =>
    page(
      [
        el('h2', 'Hot water again'),
        field('From', 'Caspian Wetherby-Ng <caspian@pilots.example>'),
        el('div', ...lines.map((line) => el('p', line))),
      ],
      { title: 'Hot water again' },
    );

  it('is answered on the numbers its sender has set under their name', () => {
    const shown = letter(
      'The plumber you sent, Hunter Pipeworks on (415) 555-0188, came on Tuesday and it has gone cold again.',
      'Caspian Wetherby-Ng',
      'T 415-555-0152 | M 415-555-0159 | F 415-555-0160',
    );
    expect(capture(shown)).toMatchObject({
      name: 'Caspian Wetherby-Ng',
      phone: '+14155550159',
    });
  });

  it('is answered on no number that stands among other words', () => {
    const shown = letter(
      'Caspian Wetherby-Ng',
      'Hunter Pipeworks on (415) 555-0188 say it is the valve, and the insurer on (415) 555-0190 says nothing',
    );
    expect(capture(shown).phone).toBeNull();
  });
});
