import type { ChromiumScreen } from './browsers/chromium-screen.ts';
import { provideChromium } from './need.ts';
import { cutOff } from './screenshots/cut-off.ts';
import { writeDay } from './screenshots/seed.ts';
import { takeAt } from './screenshots/take.ts';
import { pastWeeks, storeEntries } from './screenshots/weeks.ts';
import { mustRun } from './step.ts';
import { type Language, languages, wordsOf } from './words-of.ts';
import { chromiumWorkplace } from './workplace.ts';

/**
 * `npm run screenshots:languages [-- de ja]`: the screens in each language at each width, to be looked at
 * (`.output/screenshots/LANGUAGE-…`), and a line for every text that is cut off.
 */
const asked = process.argv.slice(2) as Language[];
const spoken =
  asked.length > 0 ? asked : (Object.keys(languages) as Language[]).filter((one) => one !== 'en');

await mustRun('wxt', ['build']);
const workplace = await chromiumWorkplace({ executable: await provideChromium() });
const { browser, url } = workplace;

try {
  for (const language of spoken) await lookAtFirst(language);
  await browser.speak('en-US');
  await writeDay(browser);
  for (const language of spoken) await lookAt(language);
} finally {
  await workplace.close();
}

/** Takes a screen in some widths; one left out is the browser's own. */
function taker(language: Language) {
  return async (
    screen: ChromiumScreen,
    state: string,
    widths: (number | undefined)[] = [240, 320, 400],
  ): Promise<void> => {
    for (const width of widths) {
      await takeAt(screen, `${language}-${state}${width ? `-${width}` : ''}`, width, ['light']);
      for (const problem of await screen.run(cutOff))
        console.log(`${language} ${state} ${width}: ${problem}`);
    }
  };
}

/** What only a new agent sees. */
async function lookAtFirst(language: Language): Promise<void> {
  await browser.speak(language);
  const words = await wordsOf(language);
  const take = taker(language);
  const panel = await browser.openOwn('sidepanel.html');
  await panel.find('region', words('firstMinute.label'));
  await take(panel, 'first-minute');
  await (await panel.find('button', new RegExp(words('options.shortcuts')))).click();
  await panel.find('dialog', words('options.shortcuts'));
  await take(panel, 'keys', [240, 400]);
  const sample = await browser.openOwn('sample.html');
  await sample.find('heading', 'Dana Lee');
  await take(sample, 'sample', [720]);
}

async function lookAt(language: Language): Promise<void> {
  await browser.speak(language);
  const words = await wordsOf(language);
  const take = taker(language);

  const page = await browser.open(url('/customers/1042'));
  await browser.clickToolbar(page);
  const popup = await browser.popup();
  await popup.find('heading', new RegExp(words('review.stillOpen')));
  // The browser gives the pop-up its size.
  await take(popup, 'popup', [undefined]);
  await (await popup.find('button', words('capture.button'))).click();
  await browser.popupClosed();
  const panel = await browser.panel();
  await panel.find('button', words('form.clear'));
  await panel.page.type('#promised-time', '8');
  await (await panel.find('button', words('form.save'))).click();
  await take(panel, 'form');
  await (await panel.find('button', words('form.clear'))).click();
  const menu = words('list.fieldOf', words('common.menu'), 'Rosalind Okafor');
  await (await panel.find('button', menu)).click();
  await take(panel, 'entry-menu', [240]);
  await (await panel.find('menuitem', words('list.menuEdit'))).click();
  await take(panel, 'editing');
  await (await panel.find('button', words('list.closeEdit'))).click();

  await browser.open(url('/customers/1043'));
  await (await panel.find('button', words('capture.button'))).click();
  await panel.find('button', words('capture.alwaysRead'));
  await take(panel, 'access');
  const calls = await browser.open(url('/calls'));
  await browser.clickToolbar(calls);
  await (await (await browser.popup()).find('button', words('capture.button'))).click();
  await browser.popupClosed();
  await panel.find('group', words('callers.title'));
  await take(panel, 'callers');
  await (await panel.find('button', words('calling.next'))).click();
  await panel.find('button', words('calling.skip'));
  await take(panel, 'next-call');
  await (await panel.find('button', words('calling.iCalled'))).click();
  await take(panel, 'outcomes');

  const options = await browser.openOwn('options.html');
  await options.find('textbox', words('options.yourName'));
  await take(options, 'options', [320, 720]);
  const insights = await browser.openOwn('insights.html');
  await storeEntries(insights, pastWeeks(11));
  await insights.page.reload();
  await insights.page.waitForSelector('.figure canvas');
  for (const table of await insights.page.$$('summary')) await table.click();
  await insights.page.focus('.definition button');
  await take(insights, 'insights', [240, 320, 1000]);
  const help = await browser.openOwn('help.html');
  await help.find('heading', words('help.day'));
  await take(help, 'help', [240, 720]);
  const day = await browser.openOwn('day.html', 'window.print = () => {}');
  await day.find('table');
  await take(day, 'day', [320, 900]);
}
