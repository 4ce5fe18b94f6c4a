import type { RingbackBrowser } from '../browsers/browser.ts';
import type { Screen } from '../browsers/screen.ts';
import { clearForm, statusSays } from './form.ts';

/** Opens the side panel beside a page as an agent does: toolbar button, then `Open side panel`. */
export async function openPanel(browser: RingbackBrowser, page: Screen): Promise<Screen> {
  await browser.clickToolbar(page);
  const popup = await browser.popup();
  await (await popup.find('button', 'Open side panel')).click();
  await browser.popupClosed();
  return browser.panel();
}

/** Captures a page from the pop-up and waits for the panel to say what came of it. */
export async function captureFromToolbar(browser: RingbackBrowser, page: Screen): Promise<Screen> {
  await browser.clickToolbar(page);
  const popup = await browser.popup();
  await (await popup.find('button', 'Capture this page')).click();
  await browser.popupClosed();
  const panel = await browser.panel();
  await statusSays(panel, /^(Captured|No caller found)/);
  return panel;
}

/** The same with a panel that is open already: what was in the form is cleared first. */
export async function captureAfresh(browser: RingbackBrowser, page: Screen, panel: Screen): Promise<void> {
  await clearForm(panel);
  await captureFromToolbar(browser, page);
}
