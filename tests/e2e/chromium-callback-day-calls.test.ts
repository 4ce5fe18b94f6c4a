import { beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { clearForm, fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackCount, callbackOf, chooseFor } from '../support/journey/list.ts';
import { setNumber, startWork } from '../support/journey/options.ts';
import { captureAfresh, captureFromToolbar } from '../support/journey/panel.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('calling, logging and meeting the same caller, where one browser is enough', () => {
  const workplace = useChromium();
  const open = (path: string) => workplace().browser.open(workplace().url(path));
  const click = async (name: string) => (await panel.find('button', name)).click();
  const went = async (outcome: string) => {
    await (await (await panel.find('group', 'How did it go?')).find('button', outcome)).click();
  };
  let panel: ChromiumScreen;
  let page: ChromiumScreen;

  beforeAll(async () => {
    await startWork(workplace().browser, 'Chris');
    page = await open('/customers/1042');
    panel = (await captureFromToolbar(workplace().browser, page)) as ChromiumScreen;
    await save(panel);
  });

  it('copies the number and begins an attempt with it', async () => {
    await click('Copy number: Dana Lee');
    await went('no answer');
    await statusSays(panel, /^Dana Lee: no answer/);
    await (await page.find('textbox', 'Internal note')).click();
    await page.page.keyboard.press('v', { commands: ['Paste'] });
    expect(await (await page.find('textbox', 'Internal note')).value()).toBe('+14155550132');
    await click('Done');
  });

  it.each([
    { path: '/tickets/58213', field: 'Internal note', kind: 'an input' },
    { path: '/jobs/20871', field: 'Dispatch note', kind: 'a contenteditable' },
  ])('inserts the note into $kind', async ({ path, field }) => {
    page = await open(path);
    await captureAfresh(workplace().browser, page, panel);
    await clearForm(panel);
    await (await page.find('textbox', field)).click();
    await click('I called: Dana Lee');
    await went('left message');
    // Under the one that was only copied before.
    const insert = await until(
      'the note of this call',
      async () => (await panel.all('button', 'Insert in page'))[1],
    );
    await insert.click();
    await statusSays(panel, new RegExp(`^Note inserted into “${field}”`));
    await until('the note', async () =>
      /Callback attempt \d · .*left message/.test(
        await page.run(() => {
          const note = document.getElementById('note') as HTMLInputElement | null;
          return note?.value ?? note?.textContent ?? '';
        }),
      ),
    );
    await click('Done');
  });

  it('merges the rows of a call log that are one caller, and has them late by their own clock', async () => {
    const calls = await open('/calls');
    await captureAfresh(workplace().browser, calls, panel);
    const group = await panel.find('group', 'Callers on this page');
    for (const row of await group.all('checkbox', 'Dana Lee, (415) 555-0132')) await row.click();
    await (await group.find('checkbox', /^Imogen Achterberg, /)).click();
    await (await group.find('button', 'Add selected')).click();
    await statusSays(panel, /^Saved 1 callback .*on the list already/);
    await callbackCount(panel, 2);
    await until('the missed call to be late', async () =>
      /late/.test(await (await callbackOf(panel, 'Imogen')).text()),
    );
    await until('the badge', async () => /overdue/.test((await workplace().browser.badge()).title));
    await setNumber(workplace().browser, 'Missed calls are returned within', 480);
    await until(
      'the missed call to be in time',
      async () => !/late/.test(await (await callbackOf(panel, 'Imogen')).text()),
    );
  });

  it('opens the entry of the caller who is typed again', async () => {
    await fillForm(panel, { name: 'Dana Lee', phone: '(415) 555-0132' });
    await shows(panel, /Dana Lee is on the list already/);
    await click('Open it');
    await until('the entry to be in view', () =>
      panel.run(() => {
        const box = document.querySelector('.entry.shown')?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
    await clearForm(panel);
  });

  it('ticks that their voicemail was heard', async () => {
    await chooseFor(panel, 'Dana Lee', 'Edit');
    await (await panel.find('checkbox', 'Voicemail heard')).click();
    await until('the mark', async () =>
      (await (await callbackOf(panel, 'Dana Lee')).text()).includes('voicemail heard'),
    );
    await click('Done');
  });

  // Last: where nothing is installed that dials, Chromium asks about it over its window.
  it('begins an attempt with a click on the number, and leaves the page where it is', async () => {
    const [before, beside] = [await panel.url(), await page.url()];
    await (await panel.find('link', 'Call (415) 555-0132')).click();
    await shows(panel, /Calling since/);
    expect(await panel.url()).toBe(before);
    expect(await page.url()).toBe(beside);
    await click('I did not call');
    await until('no question', async () => (await panel.all('group', 'How did it go?')).length === 0);
  });
});
