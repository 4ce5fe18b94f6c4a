// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { all, get, show } from '../../tests/support/unit/screen.ts';
import { HelpPage } from './HelpPage.tsx';

test('the help says the key as it is set, and leads to figures and options', () => {
  const root = show(<HelpPage captureKey="Alt+Shift+K" />);
  expect(root.textContent).toContain('press Alt+Shift+K or');
  expect(all('heading').map(({ textContent }) => textContent)).toEqual([
    'Help',
    'Your day',
    'For a team lead',
    'When something is not right',
  ]);
  expect(get<HTMLAnchorElement>('link', 'Insights').getAttribute('href')).toBe('/insights.html');
  expect(get<HTMLAnchorElement>('link', 'Open options').getAttribute('href')).toBe('/options.html');
});
