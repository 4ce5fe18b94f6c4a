import { join } from 'node:path';
import { fillForm } from './journey/form.ts';
import { chooseFor } from './journey/list.ts';
import { captureAfresh, captureFromToolbar, openPanel } from './journey/panel.ts';
import { provideChromium } from './need.ts';
import { root } from './paths.ts';
import {
  brokenStorage,
  menuAndKeys,
  optionsAtWork,
  ownPages,
  passcode,
  workEveryDay,
} from './screenshots/own-pages.ts';
import { writeDay } from './screenshots/seed.ts';
import { keep, takeAt, takePanel } from './screenshots/take.ts';
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
  await panel.find('region', 'First steps');
  await takePanel(panel, 'first-minute');
  await (await panel.find('button', 'Got it')).click();
  await takePanel(panel, 'empty');
  await brokenStorage(browser);
  await workEveryDay(browser);
  await writeDay(browser);
  await browser.front(page);
  await takePanel(panel, 'list');

  await captureFromToolbar(browser, page);
  await takePanel(panel, 'captured');
  await fillForm(panel, { reason: 'Asked for a new arrival window', time: 'before 4 pm' });
  const captured = { page: await page.picture(), panel: await panel.picture() };
  await fillForm(panel, { time: 'at 8' });
  await (await panel.find('button', 'Save callback')).click();
  await takePanel(panel, 'question');
  await chooseFor(panel, 'Rosalind Okafor', 'Edit');
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

  const pictures = join(root, '.github', 'screenshots');
  await keep(join(pictures, 'capture.png'), await compose(browser.browser, captured));
  await keep(join(pictures, 'review.png'), await compose(browser.browser, reviewed));

  await menuAndKeys(panel);
  await ownPages(browser);
  await optionsAtWork(browser);
  await passcode(browser);
} finally {
  await workplace.close();
}
