import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NetWatch } from '../support/browsers/net-watch.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { startWork } from '../support/journey/options.ts';
import { captureFromToolbar } from '../support/journey/panel.ts';
import { ringDailyAlarm } from '../support/journey/stored.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('a whole day without a team', () => {
  const workplace = useChromium();
  let page: Screen;
  let panel: Screen;

  it('begins with the options', () => startWork(workplace().browser, 'Priya'));

  it('goes on with a capture, a promise and a call', async () => {
    page = await workplace().browser.open(workplace().url('/customers/1042'));
    await shows(page, /555-0132/);
    panel = await captureFromToolbar(workplace().browser, page);
    await fillForm(panel, { reason: 'Asked for a new arrival window', time: 'in 1 minute' });
    await save(panel);
    await fillForm(panel, { name: 'Theo Park', phone: '415 555 0178', reason: 'A quote' });
    await save(panel);
    await (await panel.find('button', 'I called: Theo Park')).click();
    await (await panel.find('button', /^left message/)).click();
  });

  it('with a reminder', async () => {
    const shown = async () => (await workplace().browser.notifications()).length > 0;
    await until('the reminder', shown, { within: 150_000, every: 500 });
  }, 170_000);

  it('with what the background does once a day', async () => {
    const options = await workplace().browser.openOwn('options.html');
    await ringDailyAlarm(options);
    const tidied = () => options.run(async () => 'lastTidiedOn' in (await chrome.storage.local.get(null)));
    await until('the daily run', tidied, { within: 30_000 });
    await (await options.find('textbox', 'Name or number to forget')).fill('Dana Lee');
    await options.press('Enter');
    await statusSays(options, /^Found/);
    await options.close();
  });

  it('with the review in the pop-up, and the day closed', async () => {
    await workplace().browser.front(page);
    await workplace().browser.clickToolbar(page);
    const popup = await workplace().browser.popup();
    await (await popup.find('button', 'Close the day')).click();
    await shows(popup, /Day closed/);
    await callbackOf(panel, 'Dana Lee');
  });

  it('and asks the network for nothing', async () => {
    const { browser } = workplace();
    await browser.close();
    expect(browser.requests.asked).toEqual([]);
    // The customer's page is the only one anybody asked for anything.
    expect(browser.requests.hosts).toEqual(['127.0.0.1']);
  });
});

describe('the watch itself', () => {
  const workplace = useChromium();

  it('sees a request from each page of Ringback and from its background', async () => {
    const { browser } = workplace();
    // The one kind of address that Ringback's policy lets anything ask for without a team: this machine's own.
    const ask = (from: string) => {
      new WebSocket(`ws://127.0.0.1:9/${from}`);
    };
    const page = await browser.open(workplace().url('/dashboard'));
    const options = await browser.openOwn('options.html');
    await options.run(ask, 'options');
    await browser.front(page);
    await browser.clickToolbar(page);
    const popup = await browser.popup();
    await popup.run(ask, 'popup');
    await (await popup.find('button', 'Open side panel')).click();
    await (await browser.panel()).run(ask, 'panel');
    await browser.inExtension(ask, 'background');
    await browser.close();
    const asked = browser.requests.asked.map((url) => new URL(url).pathname);
    expect(asked.sort()).toEqual(['/background', '/options', '/panel', '/popup']);
  });

  it('fails whichever test it was, where anything but this machine is asked for', async () => {
    const event = (url: string, initiator: string) =>
      `${JSON.stringify({ type: 2, params: { url, initiator } })},\n`;
    const ours = 'chrome-extension://ringback';
    const looked = async (...events: string[]) => {
      const watch = await NetWatch.begin();
      await writeFile(await watch.nextLog(), events.join(''));
      await watch.look('ringback');
      return watch.asked;
    };
    const page = event('https://fonts.example/a.woff2', 'https://crm.example');
    expect(await looked(page, event('ws://127.0.0.1:9/', ours))).toEqual(['ws://127.0.0.1:9/']);
    const favicon = event('https://crm.example/favicon.ico', ours);
    await expect(looked(page, favicon)).rejects.toThrow(
      'asked the network for https://crm.example/favicon.ico',
    );
    // Where nobody watched, nothing was seen to be right.
    await expect((await NetWatch.begin()).look('ringback')).rejects.toThrow('no log');
  });
});

declare const chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
