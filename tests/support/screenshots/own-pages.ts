import type { Chromium } from '../browsers/chromium.ts';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { chooseContent, makeFolder, removeFolder } from '../journey/backup.ts';
import { statusSays } from '../journey/form.ts';
import { workWholeWeek } from '../journey/options.ts';
import { takeAt, takePanel } from './take.ts';
import { pastWeeks, storeEntries } from './weeks.ts';

/** Pictures look the same on a Sunday; Options are taken on the way, as they are at first. */
export async function workEveryDay(browser: Chromium): Promise<void> {
  const options = await browser.openOwn('options.html');
  await options.find('textbox', 'Your name');
  for (const width of [320, 720]) await takeAt(options, `options-${width}`, width);
  await options.close();
  await workWholeWeek(browser);
}

/** What the panel shows when the browser gives it no storage. */
export async function brokenStorage(browser: Chromium): Promise<void> {
  const panel = await browser.openOwn(
    'sidepanel.html',
    'IDBFactory.prototype.open = () => { throw new Error("no storage") }',
  );
  await panel.find('alert');
  await takePanel(panel, 'no-storage');
  await panel.close();
}

/** What opens over the panel. */
export async function menuAndKeys(panel: ChromiumScreen): Promise<void> {
  await (await panel.find('button', 'More')).click();
  await panel.find('menuitem', 'Insights');
  await takePanel(panel, 'menu');
  await panel.press('Escape');
  await (await panel.find('button', 'More: Rosalind Okafor')).click();
  await panel.find('menuitem', 'Delete');
  await takePanel(panel, 'entry-menu');
  await panel.press('Escape');
  await (await panel.find('button', /^Keyboard shortcuts/)).click();
  await panel.find('dialog', 'Keyboard shortcuts');
  await takePanel(panel, 'keys');
  await panel.press('Escape');
}

/** The pages with a tab of their own. */
export async function ownPages(browser: Chromium): Promise<void> {
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
  const sample = await browser.openOwn('sample.html');
  await sample.find('heading', 'Dana Lee');
  for (const width of [320, 720]) await takeAt(sample, `sample-${width}`, width);
}

/** The parts of Options that open when they are used: the team's set-up, and an import on its way. */
export async function optionsAtWork(browser: Chromium): Promise<void> {
  for (const button of ['Start a team', 'Join a team']) {
    const options = await browser.openOwn('options.html');
    await (await options.find('button', button)).click();
    await options.find('button', 'Not now');
    await takeAt(options, `options-${button.split(' ')[0]?.toLowerCase()}-team`, 720);
    await options.close();
  }
  const folder = await makeFolder();
  const options = await browser.openOwn('options.html');
  await options.find('heading', 'Backup');
  const table = 'Anrufer;Rufnummer;Anliegen;Bis\nÖzil, Ana;+49 30 901820;Rechnung;morgen\n;;;\n';
  await chooseContent(options, folder, 'other-tool.csv', table);
  await options.find('button', 'Check the file');
  for (const width of [320, 720]) await takeAt(options, `options-columns-${width}`, width);
  await (await options.find('button', 'Check the file')).click();
  await options.find('button', /^Import \d+ callback/);
  for (const width of [320, 720]) await takeAt(options, `options-import-${width}`, width);
  await options.close();
  await removeFolder(folder);
}

/** The passcode set, and the screen in front of everything once it is locked. */
export async function passcode(browser: Chromium): Promise<void> {
  const options = await browser.openOwn('options.html');
  for (const field of ['New passcode', 'New passcode again']) {
    await (await options.find('textbox', field)).fill('correct horse battery');
  }
  await (await options.find('button', 'Turn the passcode lock on')).click();
  await statusSays(options, /^The passcode lock is on/);
  await takeAt(options, 'options-passcode-720', 720);
  await (await options.find('button', 'Lock now')).click();
  const panel = await browser.openOwn('sidepanel.html');
  await panel.find('heading', 'Ringback is locked');
  await takePanel(panel, 'locked');
}
