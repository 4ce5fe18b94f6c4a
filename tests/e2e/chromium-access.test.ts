import { beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { clearForm, readForm, shows, statusSays } from '../support/journey/form.ts';
import { openPanel } from '../support/journey/panel.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

const site = 'http://127.0.0.1';

describe('access to a site', () => {
  const workplace = useChromium({ headed: true });
  const open = (path: string) => workplace().browser.open(workplace().url(path));
  const capture = async () => (await panel.find('button', 'Capture this page')).click();
  const askAlways = async () => {
    await capture();
    await (await panel.find('button', 'Always read this site')).click();
    await (await panel.find('textbox', 'Address of the site')).fill(workplace().url('/'));
    await (await panel.find('button', 'Always read this site')).click();
  };
  let panel: Screen;
  let page: Screen;

  beforeAll(async () => {
    panel = await openPanel(workplace().browser, await open('/dashboard'));
    // A tab that Ringback was never asked to read.
    page = await open('/customers/1042');
  });

  it('says how to read once, and does not jump to the question', async () => {
    await capture();
    await statusSays(panel, /^No caller found/);
    await shows(panel, /click the Ringback icon in the toolbar/);
    expect(await page.run(() => document.hasFocus())).toBe(true);
    expect(await readForm(panel)).toMatchObject({ name: '', phone: '' });
  });

  it('changes nothing when the question is refused', async () => {
    await askAlways();
    await workplace().browser.answerPrompt(page, 'deny');
    await statusSays(panel, /was not given permission/);
  });

  it('shows who is on the page by itself once access is given, and follows the tab', async () => {
    await askAlways();
    await workplace().browser.answerPrompt(page, 'allow');
    await shows(panel, /On this page: Dana Lee · \(415\) 555-0132/);
    const other = await open('/customers/1046');
    await shows(panel, /On this page: Imogen Achterberg/);
    await workplace().browser.front(page);
    await shows(panel, /On this page: Dana Lee/);
    await other.close();
  });

  it('captures from the button of the panel', async () => {
    await clearForm(panel);
    await capture();
    await statusSays(panel, /^Captured Dana Lee/);
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', phone: '(415) 555-0132' });
  });

  it('lists the site in Options, and reads it no more once access is taken back', async () => {
    const options = await workplace().browser.openOwn('options.html');
    await (await options.find('button', `Take access back from ${site}`)).click();
    await until('the site to be gone from the list', async () => {
      return (await options.all('button', /^Take access back/)).length === 0;
    });
    await options.close();
    await open('/customers/1051');
    await until('the panel to follow no more', async () => {
      return !(await panel.run(() => document.body.textContent ?? '')).includes('On this page');
    });
    await clearForm(panel);
    await capture();
    await statusSays(panel, /^No caller found/);
    expect(await readForm(panel)).toMatchObject({ name: '', phone: '' });
  });
});
