import { describe, expect, it } from 'vitest';
import { fillForm, save } from '../support/journey/form.ts';
import { setToNow, startWork } from '../support/journey/options.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('the review at its time', () => {
  const workplace = useChromium();

  it('waits until the agent has stopped typing, and then comes by itself', async () => {
    const { browser } = workplace();
    await startWork(browser, 'Sam Rivera');
    const first = await browser.openOwn('sidepanel.html');
    await fillForm(first, { name: 'Rosalind Okafor' });
    await save(first);
    const options = await browser.openOwn('options.html');
    await setToNow(options, 'Review at');
    await browser.front(first);
    await fillForm(first, { name: 'Still typing' });
    const reviewIsOpen = () =>
      browser.browser.targets().some((target) => target.url().includes('popup.html?window=1'));
    expect(reviewIsOpen()).toBe(false);
    // Typing counts for half a minute; held back, the review is tried again a minute later.
    await until('the review to come', reviewIsOpen, { within: 110_000, every: 500 });
    expect(await browser.notifications()).toContainEqual(expect.stringMatching(/^review\|/));
  });
});
