import { join } from 'node:path';
import type { ChromiumScreen } from './browsers/chromium-screen.ts';
import { fillForm, save } from './journey/form.ts';
import { captureAfresh, captureFromToolbar, openPanel } from './journey/panel.ts';
import { provideChromium } from './need.ts';
import { root } from './paths.ts';
import { writeDay } from './screenshots/seed.ts';
import { keep } from './screenshots/take.ts';
import { pastWeeks, storeEntries } from './screenshots/weeks.ts';
import { mustRun } from './step.ts';
import { promoTile, storePicture } from './store/picture.ts';
import { chromiumWorkplace } from './workplace.ts';

/** `npm run store-pictures`: the five pictures and the tile of the stores' pages (`.github/store/pictures/`). */
await mustRun('wxt', ['build']);
const workplace = await chromiumWorkplace({ executable: await provideChromium() });
const { browser, url } = workplace;
const pictures = join(root, '.github', 'store', 'pictures');

try {
  await writeDay(browser);
  const crm = await browser.open(url('/customers/1042'));
  await openPanel(browser, crm);
  const panel = await browser.panel();
  await captureFromToolbar(browser, crm);
  await fillForm(panel, { reason: 'Asked for a new arrival window', time: 'in 3 hours' });
  const page = await at(crm, 880, 700);
  await make('1-capture', 'The caller, captured from the page', { page, panel: await at(panel, 400, 700) });
  await save(panel);

  await make('2-list', 'Every promise on one list', { page, panel: await at(panel, 400, 700, toTheList) });

  const calls = await browser.open(url('/calls'));
  await captureAfresh(browser, calls, panel);
  await panel.find('group', 'Callers on this page');
  await panel.run(() => scrollTo(0, 0));
  const many = { page: await at(calls, 880, 700), panel: await at(panel, 400, 700) };
  await make('3-callers', 'A whole list of missed calls at once', many);

  await browser.front(crm);
  await browser.clickToolbar(crm);
  const popup = await browser.popup();
  await popup.find('heading', /^Still open/);
  await make('4-review', 'What is left before the day closes', { page, popup: await popup.picture() });

  const insights = await browser.openOwn('insights.html');
  await storeEntries(insights, pastWeeks(11));
  await insights.page.reload();
  await insights.page.waitForSelector('.figure canvas');
  await make('5-insights', 'How the promises went', { page: await at(insights, 1_040, 700) });
  await keep(join(pictures, 'promo-tile.png'), await promoTile(browser.browser));
} finally {
  await workplace.close();
}

async function make(name: string, title: string, scene: Parameters<typeof storePicture>[2]): Promise<void> {
  await keep(join(pictures, `${name}.png`), await storePicture(browser.browser, title, scene));
}

/** A screen in that size, as with a mouse; a page and the panel beside it share one height. */
async function at(
  screen: ChromiumScreen,
  width: number,
  height: number,
  first?: () => void,
): Promise<Buffer> {
  await screen.page.setViewport({ width, height });
  if (first) await screen.run(first);
  const picture = await screen.picture();
  await screen.page.setViewport(null);
  return picture;
}

/** Has the list begin under what stays at the top; sent into the page, so it stands alone. */
function toTheList(): void {
  const stays = document.querySelector('.panel-top')?.getBoundingClientRect().height ?? 0;
  const list = document.querySelector('.list-tools')?.getBoundingClientRect().top ?? 0;
  scrollBy(0, list - stays - 8);
}
