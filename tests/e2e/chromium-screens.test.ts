import { beforeAll, describe, expect, it } from 'vitest';
import { statuses } from '../../lib/domain/callback.ts';
import { accessibilityProblems, type ColourScheme, showForcedColours, showScheme } from '../support/axe.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { fillForm, save } from '../support/journey/form.ts';
import { chooseFor } from '../support/journey/list.ts';
import { workWholeWeek } from '../support/journey/options.ts';
import { captureAfresh, captureFromToolbar } from '../support/journey/panel.ts';
import { outlineOf } from '../support/outline.ts';
import { pastWeeks, storeEntries } from '../support/screenshots/weeks.ts';
import { focusSeen, smallTargets, tabStops } from '../support/targets.ts';
import { useChromium } from './use-browser.ts';

const schemes: ColourScheme[] = ['light', 'dark'];

/** Which times are offered depends on the time of day. */
const lasting = (lines: string[]) =>
  lines.filter((line) => !/^button "(?:in|before|this|end|by|next|tomorrow)/.test(line));

describe('every screen is for everybody', () => {
  const workplace = useChromium();
  let panel: ChromiumScreen;

  const check = async (screen: ChromiumScreen) => {
    for (const scheme of schemes) {
      await showScheme(screen, scheme);
      expect(await accessibilityProblems(screen), scheme).toEqual([]);
    }
    await showScheme(screen, 'light');
    expect(await screen.run(smallTargets)).toEqual([]);
    await showForcedColours(screen, true);
    expect(await accessibilityProblems(screen)).toEqual([]);
    await showForcedColours(screen, false);
  };

  beforeAll(async () => {
    const { browser } = workplace();
    await workWholeWeek(browser);
    await browser.clickToolbar(await browser.open(workplace().url('/dashboard')));
    const popup = await browser.popup();
    await (await popup.find('button', 'Open side panel')).click();
    panel = await browser.panel();
    // Before its code has run a page holds nothing, and no title either.
    await panel.find('textbox', 'Caller name');
  });

  it('the empty panel', () => check(panel));

  it('the panel after a capture, with a question about the time', async () => {
    const page = await workplace().browser.open(workplace().url('/customers/1042'));
    await captureFromToolbar(workplace().browser, page);
    await fillForm(panel, { time: '8' });
    await (await panel.find('button', 'Save callback')).click();
    await check(panel);
  });

  it('the panel with callbacks of every kind, one of them open for editing', async () => {
    await fillForm(panel, { reason: 'About the invoice', time: 'in 2 hours' });
    await save(panel);
    await fillForm(panel, { name: 'Theo Lindqvist', reason: 'call customer', kind: 'missed call' });
    await save(panel);
    await fillForm(panel, { phone: '12', status: 'waiting on internal answer' });
    await save(panel);
    await fillForm(panel, { name: 'All Done', owner: 'Priya', status: 'completed' });
    await save(panel);
    await chooseFor(panel, 'Dana Lee', 'Edit');
    await check(panel);
  });

  it('the panel is walked through with Tab alone, and the focus is seen at every stop', async () => {
    const stops = await panel.run(tabStops);
    await panel.run(() => document.querySelector<HTMLElement>('button')?.focus());
    // Put there by a script it is not shown; come back to with the keyboard it is.
    await panel.press('Tab');
    await panel.press('Shift+Tab');
    const visited = new Map<string, boolean>();
    // A time of day has a stop for each of its parts.
    for (let pressed = 0; pressed < stops + 20 && visited.size < stops; pressed += 1) {
      const { at, seen } = await panel.run(focusSeen);
      if (at !== '') visited.set(at, seen);
      await panel.press('Tab');
    }
    expect([...visited].filter(([, seen]) => !seen)).toEqual([]);
    expect(visited.size).toBe(stops);
  });

  it('a screen reader hears entries and form by role, name and state', async () => {
    expect((await outlineOf(panel, '.entry')).slice(0, 3)).toEqual([
      'listitem ""',
      'heading "Today · 2"',
      'button "Complete: Theo Lindqvist"',
    ]);
    const entry = await outlineOf(panel, '.entry:has([aria-expanded=true])');
    expect(entry.slice(0, entry.indexOf('group "Edit: Dana Lee"'))).toEqual([
      'listitem ""',
      'button "Complete: Dana Lee"',
      'button "Dana Lee" expanded=true',
      'link "Call (415) 555-0132"',
      'button "Copy number: Dana Lee"',
      'group "Status of Dana Lee"',
      'button "needs call" pressed=true',
      ...statuses.slice(1).map((word) => `button "${word}" pressed=false`),
      'button "I called: Dana Lee"',
      'button "More: Dana Lee" expanded=false',
    ]);
    const form = await outlineOf(panel, 'form.callback-form');
    expect(lasting(form)).toEqual([
      'form "New callback"',
      'textbox "Caller name"',
      'textbox "Phone number"',
      'textbox "Reason"',
      'textbox "Promised time"',
      'group "Common times"',
      'textbox "Account or ticket"',
      'combobox "Owner"',
      'combobox "Kind" expanded=false',
      'combobox "Status" expanded=false',
      'button "Save callback"',
      'button "Clear"',
    ]);
  });

  it('the panel with the callers of a list', async () => {
    const page = await workplace().browser.open(workplace().url('/calls'));
    await captureAfresh(workplace().browser, page, panel);
    await panel.find('group', 'Callers on this page');
    await check(panel);
  });

  it('the panel on a page it may not read', async () => {
    await workplace().browser.open(workplace().url('/customers/1043'));
    await (await panel.find('button', 'Capture this page')).click();
    await panel.find('button', 'Always read this site');
    await check(panel);
  });

  it('the review in the pop-up', async () => {
    const page = await workplace().browser.open(workplace().url('/customers/1044'));
    await workplace().browser.clickToolbar(page);
    const popup = await workplace().browser.popup();
    await popup.find('heading', /^Still open/);
    // What is offered there comes with the reader of times, which is loaded after the rows.
    await popup.find('group', 'New time for 12');
    const review = await outlineOf(popup, 'main');
    const waiting = review.indexOf('heading "Waiting on internal answer (1)"');
    expect(lasting(review.slice(waiting, review.indexOf('heading "No owner (3)"')))).toEqual([
      'heading "Waiting on internal answer (1)"',
      'list ""',
      'listitem ""',
      'link "Call 12"',
      'group "Status of 12"',
      ...statuses.map((word) => `button "${word}" pressed=${word === 'waiting on internal answer'}`),
      'button "Edit: 12" pressed=false',
      'textbox "Owner of 12"',
      'textbox "New time for 12"',
      'button "Set" disabled=true',
      'group "New time for 12"',
    ]);
    await check(popup);
  });

  it('the options', async () => {
    const options = await workplace().browser.openOwn('options.html');
    await options.find('textbox', 'Your name');
    await check(options);
  });

  it('the figures, with their tables and what one of them counts', async () => {
    const insights = await workplace().browser.openOwn('insights.html');
    await storeEntries(insights, pastWeeks(3));
    await insights.page.reload();
    await insights.page.waitForSelector('.figure canvas');
    for (const table of await insights.page.$$('summary')) await table.click();
    await insights.page.focus('[aria-label="What is counted: Promises kept"]');
    await insights.find('tooltip');
    await check(insights);
  });

  it('the menu of the list, the day on paper, and the help', async () => {
    await (await panel.find('button', 'More')).click();
    await panel.find('menuitem', 'Print today’s list');
    await check(panel);
    await panel.press('Escape');
    const day = await workplace().browser.openOwn(
      'day.html',
      'window.printed = 0; window.print = () => { window.printed += 1 }',
    );
    await day.find('table');
    await check(day);
    const printed = () => day.run(() => (window as unknown as { printed: number }).printed);
    expect(await printed()).toBe(1);
    const again = await day.find('button', 'Print');
    await again.click();
    expect(await printed()).toBe(2);
    // On paper there are the rows, and nothing to press.
    await day.page.emulateMediaType('print');
    expect(await day.run(() => document.querySelector('.button')?.checkVisibility())).toBe(false);
    expect(await day.run(() => document.querySelectorAll('tbody tr').length)).toBeGreaterThan(1);
    const help = await workplace().browser.openOwn('help.html');
    await help.find('heading', 'Your day');
    await check(help);
  });

  it('and none of them asked the network for anything', async () => {
    const { browser } = workplace();
    await browser.close();
    expect(browser.requests.asked).toEqual([]);
  });
});
