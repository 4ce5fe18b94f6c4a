import { describe, expect, it } from 'vitest';
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

describe.each(Object.entries(refusals))("the browser's storage %s", (_, refusal) => {
  const workplace = useChromium();

  it.each(['sidepanel.html', 'popup.html'])('%s says so instead of staying blank', async (path) => {
    const screen = await workplace().browser.openOwn(path, refusal);
    expect(await (await screen.find('alert')).text()).toMatch(/keeps nothing here|cannot be read/);
    await screen.close();
  });
});
