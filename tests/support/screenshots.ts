import { join } from 'node:path';
import type { ChromiumScreen } from './browsers/chromium-screen.ts';
import { fillForm, statusSays } from './journey/form.ts';
import { captureAfresh, captureFromToolbar, openPanel } from './journey/panel.ts';
import { provideChromium } from './need.ts';
import { root } from './paths.ts';
import { writeDay } from './screenshots/seed.ts';
import { keep, takeAt, takePanel } from './screenshots/take.ts';
import { pastWeeks, storeEntries } from './screenshots/weeks.ts';
import { mustRun } from './step.ts';
import { compose } from './tour/scene.ts';
import { chromiumWorkplace } from './workplace.ts';

/**
 * `npm run screenshots`: every screen in every width and scheme it must be good in, to be looked at
 * (`.output/screenshots/`), and the two pictures of the README (`.github/screenshots/`).
 */
await mustRun('wxt', ['build']);
const workplace = await chromiumWorkplace({ executable: await provideChromium() });
const { browser, url } = workplace;

try {
  const page = await browser.open(url('/customers/1042'));
  await openPanel(browser, page);
  const panel = await browser.panel();
  await takePanel(panel, 'empty');
  await brokenStorage();
  await workEveryDay();
  await writeDay(browser);
  await browser.front(page);
  await takePanel(panel, 'list');

  await captureFromToolbar(browser, page);
  await takePanel(panel, 'captured');
  await fillForm(panel, { reason: 'Asked for a new arrival window', time: 'before 4 pm' });
  const captured = { page: await page.picture(), panel: await panel.picture() };
  await fillForm(panel, { time: 'at 3' });
  await (await panel.find('button', 'Save callback')).click();
  await takePanel(panel, 'question');
  await (await panel.find('button', 'Edit: Rosalind Okafor')).click();
  await takePanel(panel, 'editing');
  await (await panel.find('button', 'Done')).click();

  const calls = await browser.open(url('/calls'));
  await captureAfresh(browser, calls, panel);
  await takePanel(panel, 'callers');
  await browser.open(url('/customers/1043'));
  await (await panel.find('button', 'Capture this page')).click();
  await panel.find('button', 'Always read this site');
  await takePanel(panel, 'access');

  await browser.front(page);
  await browser.clickToolbar(page);
  const popup = await browser.popup();
  await popup.find('heading', /^Still open/);
  await takeAt(popup, 'popup');
  const reviewed = { page: captured.page, popup: await popup.picture() };

  await ownPages(panel);

  const pictures = join(root, '.github', 'screenshots');
  await keep(join(pictures, 'capture.png'), await compose(browser.browser, captured));
  await keep(join(pictures, 'review.png'), await compose(browser.browser, reviewed));
} finally {
  await workplace.close();
}

/** Pictures look the same on a Sunday; Options are taken on the way, as they are at first. */
async function workEveryDay(): Promise<void> {
  const options = await browser.openOwn('options.html');
  await options.find('textbox', 'Your name');
  await takeAt(options, 'options', 720);
  await options.close();
  for (const day of ['Sat', 'Sun']) {
    const page = await browser.openOwn('options.html');
    await (await page.find('checkbox', day)).click();
    await statusSays(page, /^Saved/);
    await page.close();
  }
}

/** What the panel shows when the browser gives it no storage. */
async function brokenStorage(): Promise<void> {
  const panel = await browser.openOwn(
    'sidepanel.html',
    'IDBFactory.prototype.open = () => { throw new Error("no storage") }',
  );
  await panel.find('alert');
  await takePanel(panel, 'no-storage');
  await panel.close();
}

/** The pages with a tab of their own, and the menu that leads to them. */
async function ownPages(panel: ChromiumScreen): Promise<void> {
  await (await panel.find('button', 'More')).click();
  await panel.find('menuitem', 'Insights');
  await takePanel(panel, 'menu');
  await panel.press('Escape');
  const insights = await browser.openOwn('insights.html');
  await insights.find('heading', 'Insights');
  for (const width of [320, 1000]) await takeAt(insights, `insights-first-${width}`, width);
  await storeEntries(insights, pastWeeks(11));
  await insights.page.reload();
  await insights.page.waitForSelector('.figure canvas');
  for (const width of [240, 320, 1000]) await takeAt(insights, `insights-${width}`, width);
  await (await insights.find('button', 'Kind')).click();
  for (const table of await insights.page.$$('summary')) await table.click();
  await insights.page.focus('.definition button');
  for (const width of [240, 320, 1000]) await takeAt(insights, `insights-tables-${width}`, width);
  const help = await browser.openOwn('help.html');
  await help.find('heading', 'Your day');
  for (const width of [240, 720]) await takeAt(help, `help-${width}`, width);
  const day = await browser.openOwn('day.html', 'window.print = () => {}');
  await day.find('table');
  for (const width of [320, 900]) await takeAt(day, `day-${width}`, width);
}
