import { beforeAll, describe, expect, it } from 'vitest';
import { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackCount, callbackOf, chooseFor } from '../support/journey/list.ts';
import { openPanel } from '../support/journey/panel.ts';
import { closeDaysAgo, everythingStored, ringDailyAlarm } from '../support/journey/stored.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('who and why', () => {
  const workplace = useChromium();
  let panel: Screen;

  /** An options page, for what only a page of Ringback may look at. */
  async function inOptions<T>(work: (options: Screen) => Promise<T>): Promise<T> {
    const options = await workplace().browser.openOwn('options.html');
    try {
      return await work(options);
    } finally {
      await options.close();
    }
  }
  const dump = () => inOptions(everythingStored);

  beforeAll(async () => {
    const page = await workplace().browser.open(workplace().url('/dashboard'));
    panel = await openPanel(workplace().browser, page);
  });

  it('of an entry closed 91 days ago are gone after the next daily run, its figures are not', async () => {
    await fillForm(panel, {
      name: 'Orla Byrne',
      phone: '415 555 0161',
      reason: 'Leaking radiator',
      owner: 'Priya',
    });
    await save(panel);
    await fillForm(panel, { name: 'Ken Adeyemi', phone: '415 555 0162', reason: 'Second quote' });
    await save(panel);
    for (const name of ['Orla Byrne', 'Ken Adeyemi']) {
      await (await panel.find('button', `Complete: ${name}`)).click();
      await panel.find('button', `Needs call again: ${name}`);
    }
    await inOptions((options) => closeDaysAgo(options, 'Orla Byrne', 91));
    await inOptions((options) => closeDaysAgo(options, 'Ken Adeyemi', 89));
    expect(await dump()).toContain('Leaking radiator');

    await workplace().browser.killWorker();
    await inOptions(ringDailyAlarm);
    const item = await callbackOf(panel, 'Anonymised', { within: 30_000 });
    expect(await item.text()).toMatch(/promised · Priya.*completed/);
    const stored = await dump();
    expect(stored).not.toMatch(/Orla|Byrne|555-?0161|radiator/);
    expect(stored).toContain('Ken Adeyemi');
  });

  it('and it can be neither edited nor reopened', async () => {
    const item = await callbackOf(panel, 'Anonymised');
    const names = await Promise.all(
      (await item.all('button')).map((button) => button.attribute('aria-label')),
    );
    expect(names).toEqual(['Delete: Anonymised']);
  });

  it('of a caller who is to be forgotten are shown first', async () => {
    await fillForm(panel, { name: 'Zelda Quandt', phone: '415 555 0177', reason: 'Wants her boiler back' });
    await save(panel);
    await fillForm(panel, { name: 'Theo Park', phone: '415 555 0178', reason: 'Neighbour of Zelda Quandt' });
    await save(panel);
    await fillForm(panel, { name: 'Zelda Quandt', reason: 'half a sentence' });

    await chooseFor(panel, 'Zelda Quandt', 'Edit');
    await (await panel.find('button', 'Forget this caller…')).click();
    const options = await forgetPage();
    await statusSays(options, /^Found 3 traces/);
    await shows(options, /Zelda Quandt, \(415\) 555-0177 · needs call/);
    await shows(options, /Named in the callback of Theo Park/);
    await shows(options, /Draft: Zelda Quandt/);
    await shows(options, /out of Ringback’s reach/);
    expect(await dump()).toContain('Zelda Quandt');
  });

  it('then leave no trace anywhere', async () => {
    const options = await forgetPage();
    await (await options.find('button', 'Forget these 3 traces')).click();
    await statusSays(options, /^Forgot 3 traces/);
    const stored = await dump();
    expect(stored).not.toMatch(/Zelda|Quandt|555-?0177|her boiler|half a sentence/);
    expect(stored).toContain('Neighbour of …');
    await until('the form to have let go of it', async () => {
      return (await (await panel.find('textbox', 'Caller name')).value()) === '';
    });
    // Anonymised, Ken and Theo.
    await callbackCount(panel, 3);
  });

  it('unless that is undone', async () => {
    const options = await forgetPage();
    await (await options.find('button', 'Undo forgetting')).click();
    await statusSays(options, /^Everything is back/);
    await callbackOf(panel, 'Zelda Quandt');
    expect(await dump()).toContain('Neighbour of Zelda Quandt');
  });

  it('can be looked for by a number, however it is written', async () => {
    const options = await forgetPage();
    await (await options.find('textbox', 'Name or number to forget')).fill('+1 415-555-0177');
    await options.press('Enter');
    await statusSays(options, /^Found 1 trace\b/);
    await (await options.find('button', 'Forget this trace')).click();
    await statusSays(options, /^Forgot 1 trace\b/);
    expect(await dump()).not.toMatch(/555-?0177/);
  });

  /** The options page that an entry's editor opened. */
  async function forgetPage(): Promise<ChromiumScreen> {
    const page = await until('the options about one caller', async () => {
      const pages = await workplace().browser.browser.pages();
      return pages.find((one) => one.url().includes('options.html?forget='));
    });
    await page.bringToFront();
    return ChromiumScreen.on(page);
  }
});
