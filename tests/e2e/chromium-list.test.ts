import { beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { clearForm, fillForm, formField, save, shows, statusSays } from '../support/journey/form.ts';
import {
  callbackCount,
  callbackItems,
  callbackOf,
  callbackTexts,
  chooseFor,
} from '../support/journey/list.ts';
import { captureAfresh, captureFromToolbar } from '../support/journey/panel.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('the list of callbacks', () => {
  const workplace = useChromium();
  let page: Screen;
  let panel: Screen;

  beforeAll(async () => {
    page = await workplace().browser.open(workplace().url('/customers/1042'));
    panel = await captureFromToolbar(workplace().browser, page);
  });

  it('says while typing what a time means, and asks where a word leaves a doubt', async () => {
    await (await formField(panel, 'time')).fill('before 5 pm');
    await shows(panel, /before 5:00\sPM/);
    await (await formField(panel, 'time')).fill('8');
    await (await panel.find('button', 'Save callback')).click();
    await callbackCount(panel, 0);
    await (await formField(panel, 'time')).fill('in 3 hours');
    await save(panel);
  });

  it('puts what is due first', async () => {
    await fillForm(panel, { name: 'Walter Nkemelu', phone: '415 555 0187', time: 'in 2 hours' });
    await save(panel);
    await fillForm(panel, { name: 'No Time At All', reason: 'Someday' });
    await save(panel);
    await callbackCount(panel, 3);
    const order = (await callbackTexts(panel)).map((text) => /Walter|Dana|No Time/.exec(text)?.[0]);
    expect(order).toEqual(['Walter', 'Dana', 'No Time']);
    expect((await callbackTexts(panel))[0]).toMatch(/^Today · 2/);
  });

  it('finds by name, by number however it is written, and by reason', async () => {
    const search = await panel.find('searchbox', 'Search callbacks');
    for (const [words, count] of [
      ['nkemelu', 1],
      ['4155550132', 1],
      ['someday', 1],
      ['nothing like it', 0],
    ] as const) {
      await search.fill(words);
      await callbackCount(panel, count);
    }
    await search.fill('');
    await callbackCount(panel, 3);
  });

  it('changes the status with one click, in the list and on the badge', async () => {
    const item = await callbackOf(panel, 'No Time At All');
    await (await item.find('button', 'left message')).click();
    await until('the word', async () =>
      (await (await callbackOf(panel, 'No Time At All')).text()).includes('left message'),
    );
    await (await (await callbackOf(panel, 'No Time At All')).find('button', 'completed')).click();
    await until('the badge', async () => (await workplace().browser.badge()).text === '2');
  });

  it('edits in place and keeps what was edited', async () => {
    await chooseFor(panel, 'Walter Nkemelu', 'Edit');
    const reason = await panel.find('textbox', 'Reason: Walter Nkemelu');
    await reason.fill('Wants a second quote');
    await panel.press('Tab');
    await until('the new reason', async () =>
      (await (await callbackOf(panel, 'Walter Nkemelu')).text()).includes('Wants a second quote'),
    );
    await (await panel.find('button', 'Done')).click();
  });

  it('deletes with a way back', async () => {
    await chooseFor(panel, 'Walter Nkemelu', 'Delete');
    await callbackCount(panel, 2);
    await (await panel.find('button', 'Undo')).click();
    await callbackCount(panel, 3);
  });

  it('goes to the tab of the captured page while it is open, and opens it when it is not', async () => {
    const other = await workplace().browser.open(workplace().url('/dashboard'));
    await chooseFor(panel, 'Dana Lee', 'Open the page');
    await until('its tab in front', () => page.run(() => document.visibilityState === 'visible'));
    await page.close();
    await workplace().browser.front(other);
    await chooseFor(panel, 'Dana Lee', 'Open the page');
    await until('a new tab with the page', async () => {
      const pages = await workplace().browser.browser.pages();
      return pages.some((one) => one.url().endsWith('/customers/1042'));
    });
  });

  it('saves the callers of a call log that were ticked', async () => {
    const before = (await callbackItems(panel)).length;
    const calls = await workplace().browser.open(workplace().url('/calls'));
    await captureAfresh(workplace().browser, calls, panel);
    const group = await panel.find('group', 'Callers on this page');
    await (await group.find('checkbox', 'Harbor Point Dental Group, (510) 555-0120')).click();
    await (await group.find('checkbox', 'Tobias Grant, (415) 555-0187')).click();
    await (await group.find('button', 'Add selected')).click();
    await statusSays(panel, /^Saved 2 callbacks/);
    await callbackCount(panel, before + 2);
  });

  it('empties the form without asking and takes that back', async () => {
    await fillForm(panel, { name: 'Half Typed' });
    await clearForm(panel);
    await (await panel.find('button', 'Undo')).click();
    await until('the draft', async () => (await (await formField(panel, 'name')).value()) === 'Half Typed');
    await clearForm(panel);
  });
});
