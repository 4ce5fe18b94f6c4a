import { beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save } from '../support/journey/form.ts';
import { callbackCount, callbackOf, chooseFor } from '../support/journey/list.ts';
import { startWork } from '../support/journey/options.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('every window', () => {
  const workplace = useChromium();
  let first: Screen;
  let second: Screen;

  beforeAll(async () => {
    const { browser } = workplace();
    await startWork(browser, 'Sam Rivera');
    first = await browser.openOwn('sidepanel.html');
    second = await browser.openOwn('sidepanel.html');
  });

  it('sees at once what another one saved, changed and deleted, and so does the badge', async () => {
    const { browser } = workplace();
    await browser.front(first);
    await fillForm(first, { name: 'Dana Lee', reason: 'Arrival window' });
    await save(first);
    // A tab behind another one is not laid out, so it is brought to the front to be looked at.
    await browser.front(second);
    await callbackOf(second, 'Dana Lee', { within: 1_000 });
    await until('the badge to count it', async () => (await browser.badge()).text === '1');

    const item = await callbackOf(second, 'Dana Lee');
    await (await item.find('button', 'left message')).click();
    await browser.front(first);
    await until(
      'the word to change in the other window',
      async () => (await (await callbackOf(first, 'Dana Lee')).text()).includes('left message'),
      { within: 1_000 },
    );

    await browser.front(second);
    await chooseFor(second, 'Dana Lee', 'Delete');
    await browser.front(first);
    await callbackCount(first, 0);
    await until('the badge to be empty', async () => (await browser.badge()).text === '');
  });

  it('keeps a draft of its own', async () => {
    const { browser } = workplace();
    await browser.front(first);
    await fillForm(first, { name: 'Typed here' });
    await browser.front(second);
    expect(await (await second.find('textbox', 'Caller name')).value()).toBe('');
  });
});
