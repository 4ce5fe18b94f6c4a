// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { show } from '../../tests/support/unit/screen.ts';
import { Numbers } from './Numbers.tsx';

test.each([
  ['Captured Ana, +1 415-555-0132.', ['+1 415-555-0132']],
  ['Captured Ana, (415) 555‑0132 ext. 12', ['(415) 555‑0132']],
  ['+4930901820 is on the list', ['+4930901820']],
  ['030.901.820 und 0170/123 45 67', ['030.901.820', '0170/123 45 67']],
  ['Saved Ana, due at 16:00 on 11 March', []],
  ['3 days, 12 entries, ticket 4711', []],
  ['', []],
])('in “%s” the numbers are %s, and nothing is lost', (text, numbers) => {
  const root = show(<Numbers text={text} />);
  expect(root.textContent).toBe(text);
  expect([...root.querySelectorAll('bdi[dir=ltr]')].map(({ textContent }) => textContent)).toEqual(numbers);
});
