import { expect, it } from 'vitest';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, readForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackCount, callbackOf, callbackTexts } from '../support/journey/list.ts';
import { until } from '../support/wait.ts';
import type { Workplace } from '../support/workplace.ts';

/** What differs between the browsers on the way from a page to a filled-in panel. */
export interface MainPath {
  workplace: () => Workplace<RingbackBrowser>;
  /** Captures the page as this browser's agents do, and gives the panel. */
  capture: (page: Screen) => Promise<Screen>;
  /** Opens the panel again after a restart. */
  reopen: (page: Screen) => Promise<Screen>;
  /** Puts the background to sleep, where the browser lets it be seen. */
  sleep: () => Promise<void>;
}

/**
 * The path the whole product is for, one step after the other in one browser: capture, save, badge, reminder
 * by a real alarm, restart, review.
 */
export function mainPath({ workplace, capture, reopen, sleep }: MainPath): void {
  let page: Screen;
  let panel: Screen;

  it('fills in who is on the page', async () => {
    page = await workplace().browser.open(workplace().url('/customers/1042'));
    panel = await capture(page);
    expect(await readForm(panel)).toMatchObject({
      name: 'Dana Lee',
      phone: '(415) 555-0132',
    });
  });

  it('takes what the agent points at, in a disabled field of a closed root too, and leaves nothing behind', async () => {
    await page.run(lockedField);
    await panel.run(() => {
      for (const finds of document.querySelectorAll('details')) finds.open = true;
    });
    await (await panel.find('button', 'Pick on page: Account or ticket')).click();
    await until('both documents to be pointed at', async () => (await page.run(pickers)) === 2);
    await (await page.find('textbox', 'Locked')).click();
    await statusSays(panel, /^Took “INV-77” from the page/);
    expect((await readForm(panel)).reference).toBe('INV-77');
    await until('the page to be let go', async () => (await page.run(pickers)) === 0);
  });

  it('keeps the callback and lists it', async () => {
    await fillForm(panel, { reason: 'Asked for a new arrival window', time: 'in 11 minutes' });
    await save(panel);
    const item = await (await callbackOf(panel, 'Dana Lee')).text();
    expect(item).toContain('(415) 555-0132');
    expect(item).toContain('Asked for a new arrival window');
    expect(item).toContain('needs call');
    expect(item).toMatch(/in 1[01] min/);
  });

  it('counts it on the toolbar button, amber because it is due today', async () => {
    const badge = await until('the badge', async () => {
      const now = await workplace().browser.badge();
      return now.text !== '' && now;
    });
    expect(badge.text).toBe('1');
    expect(badge.colour).toBe('#f2b100');
    expect(badge.title).toMatch(/1/);
  });

  it('reminds ten minutes before, woken by a real alarm', async () => {
    expect(await workplace().browser.notifications()).toEqual([]);
    await sleep();
    const ids = await until(
      'the notification',
      async () => {
        const shown = await workplace().browser.notifications();
        return shown.length > 0 && shown;
      },
      // Promised minutes end with the minute, so it is one to two from now.
      { within: 150_000, every: 500 },
    );
    expect(ids).toHaveLength(1);
  }, 170_000);

  it('has everything again after the browser was killed, and reminds of nothing twice', async () => {
    await workplace().browser.restart('kill');
    page = await workplace().browser.open(workplace().url('/customers/1042'));
    panel = await reopen(page);
    await callbackCount(panel, 1);
    expect((await callbackTexts(panel))[0]).toContain('Dana Lee');
    await until('the badge', async () => (await workplace().browser.badge()).text === '1');
    expect(await workplace().browser.notifications()).toEqual([]);
  });

  it('shows it in the review, where its owner can be given on the spot', async () => {
    await workplace().browser.clickToolbar(page);
    const popup = await workplace().browser.popup();
    await popup.find('heading', 'Review');
    await popup.find('heading', /^Promised for today.*1/);
    await popup.find('heading', /^No owner.*1/);
    await popup.find('heading', /^Still open.*1/);
    await (await popup.find('textbox', 'Owner of Dana Lee')).fill('Priya');
    await popup.press('Enter');
    await until('the row to have left the section', async () => {
      return (await popup.all('heading', /^No owner.*1/)).length === 0;
    });
    await until('the panel to know it at once', async () => {
      return (await (await callbackOf(panel, 'Dana Lee')).text()).includes('Priya');
    });
  });

  it('lets the day be closed', async () => {
    const popup = await workplace().browser.popup();
    await (await popup.find('button', 'Close the day')).click();
    await shows(popup, /Day closed/);
  });
}

/** Puts a field nobody can click at the top of the page, and a frame beside it; sent as text into the page. */
async function lockedField(): Promise<void> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((done) => frame.addEventListener('load', done));
  frame.srcdoc = '<p>Inside</p>';
  const host = document.createElement('div');
  host.setAttribute('role', 'textbox');
  host.setAttribute('aria-label', 'Locked');
  host.attachShadow({ mode: 'closed' }).innerHTML =
    '<input disabled value="INV-77" style="display:block;width:300px;height:40px">';
  host.style.cssText = 'display:block;width:300px';
  document.body.prepend(host, frame);
  await loaded;
}

/** How many documents of the page are being pointed at; sent as text into the page. */
function pickers(): number {
  const inside = document.querySelector<HTMLIFrameElement>('iframe[srcdoc]')?.contentDocument;
  return [document, inside].filter((one) => one?.querySelector('ringback-picker')).length;
}
