import { describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { pastWeeks, storeEntries } from '../support/screenshots/weeks.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

const refusals = {
  'throws at once': 'IDBFactory.prototype.open = () => { throw new Error("refused") }',
  'answers with an error': `IDBFactory.prototype.open = () => {
    const request = Object.assign(new EventTarget(), { error: new DOMException('refused', 'UnknownError') });
    queueMicrotask(() => {
      const event = new Event('error', { cancelable: true });
      request.dispatchEvent(event);
      request.onerror?.(event);
    });
    return request;
  }`,
};

describe('what the browser keeps', () => {
  const workplace = useChromium();

  describe.each(Object.entries(refusals))("the browser's storage %s", (_, refusal) => {
    it.each(['sidepanel.html', 'popup.html'])('%s says so instead of staying blank', async (path) => {
      const screen = await workplace().browser.openOwn(path, refusal);
      expect(await (await screen.find('alert')).text()).toMatch(/keeps nothing here|cannot be read/);
      await screen.close();
    });
  });

  describe('how the list is kept', () => {
    const reminder = (panel: Screen) => panel.all('region', 'How the list is kept');

    it('a week without a backup is said, once a day, until one is made', async () => {
      const { browser } = workplace();
      const panel = await browser.openOwn('sidepanel.html');
      await panel.find('textbox', 'Caller name');
      expect(await reminder(panel)).toEqual([]);
      await storeEntries(panel, pastWeeks(2));
      await panel.close();
      for (const path of ['sidepanel.html', 'popup.html']) {
        const screen = await browser.openOwn(path);
        const notice = await screen.find('region', 'How the list is kept');
        expect(await notice.text()).toMatch(
          /^No backup for a week\. Removing Ringback would erase the list\./,
        );
        await screen.close();
      }
      const again = await browser.openOwn('sidepanel.html');
      await (await again.find('button', 'Later')).click();
      await until('it to be put away', async () => (await reminder(again)).length === 0);
      await again.close();
    });

    it('little room left is said with how much, before saving fails', async () => {
      const { browser } = workplace();
      const room =
        'navigator.storage.estimate = async () => ({ quota: 1_000 * 1_048_576, usage: 970 * 1_048_576 });';
      for (const path of ['sidepanel.html', 'popup.html', 'options.html']) {
        const screen = await browser.openOwn(path, room);
        const notice = await screen.find('alert');
        await until('it to be said', async () => /little room left \(30 MB\)/.test(await notice.text()));
        await screen.close();
      }
    });
  });
});
