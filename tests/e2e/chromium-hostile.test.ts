import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { clearForm, fillForm, formField, readForm, save } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { captureAfresh, openPanel } from '../support/journey/panel.ts';
import { useChromium } from './use-browser.ts';

const markup = '<img src=x onerror="document.title=\'taken over\'"><b>Mallory</b>';
const escapedMarkup = markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const card = (name: string) =>
  `<main><h1>${name}</h1><dl><dt>Phone</dt><dd><a href="tel:+14155550132">(415) 555-0132</a></dd></dl></main>`;

const pages: Record<string, string> = {
  '/markup': card(escapedMarkup),
  '/huge': card('M'.repeat(1_000_000)),
  // Named controls hide the form's own properties of the same name from any script that reads them.
  '/clobbered': `<form id=f>${card('Dana Lee')}${[
    'children',
    'childNodes',
    'firstChild',
    'firstElementChild',
    'nextSibling',
    'parentNode',
    'nodeType',
    'nodeName',
    'tagName',
    'localName',
    'textContent',
    'innerText',
    'attributes',
    'getAttribute',
    'querySelectorAll',
    'elements',
    'length',
    'ownerDocument',
    'shadowRoot',
    'isConnected',
    'checkVisibility',
    'getRootNode',
  ]
    .map((name) => `<input name="${name}" value="x">`)
    .join('')}</form><img name=body><form name=documentElement></form><form name=querySelectorAll></form>`,
  '/mutating': `${card('Dana Lee')}<div id=churn></div><script>
    let row = 0;
    setInterval(() => {
      if (churn.childNodes.length > 3000) churn.textContent = '';
      for (let n = 0; n < 50; n++) churn.append(Object.assign(document.createElement('p'), { textContent: 'row ' + row++ }));
    });
  </script>`,
};

describe('a hostile page', () => {
  const workplace = useChromium();
  let server: Server;
  let panel: Screen;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Caller</title>${pages[request.url ?? ''] ?? ''}`);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    panel = await openPanel(workplace().browser, await workplace().browser.open(address('/')));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const capture = async (path: string) => {
    const page = await workplace().browser.open(address(path));
    const started = Date.now();
    await captureAfresh(workplace().browser, page, panel);
    const took = Date.now() - started;
    await page.close();
    return took;
  };
  const untouched = () => panel.run(() => document.querySelectorAll('img, b').length);

  it('shows markup in a name as text, in the form and in the list', async () => {
    await capture('/markup');
    await clearForm(panel);
    await fillForm(panel, { name: markup, phone: '(415) 555-0132' });
    await save(panel);
    const item = await callbackOf(panel, 'Mallory');
    expect(await item.text()).toContain('<b>Mallory</b>');
    expect(await untouched()).toBe(0);
    expect(await panel.run(() => document.title)).not.toBe('taken over');
  });

  it('is not held up by a name of a megabyte, captured or pasted', async () => {
    expect(await capture('/huge')).toBeLessThan(10_000);
    expect((await (await formField(panel, 'name')).value()).length).toBeLessThan(1_000);
    await clearForm(panel);
    const started = Date.now();
    await fillForm(panel, { name: 'N'.repeat(1_000_000), phone: '(415) 555-0176' });
    await save(panel);
    expect(Date.now() - started).toBeLessThan(10_000);
    const item = await callbackOf(panel, 'NNNN');
    expect((await item.text()).length).toBeLessThan(2_000);
  });

  it('reads through forms that hide the properties it would use', async () => {
    await capture('/clobbered');
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', phone: '(415) 555-0132' });
  });

  it('comes to an end on a page that never stops changing', async () => {
    expect(await capture('/mutating')).toBeLessThan(10_000);
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', phone: '(415) 555-0132' });
  });
});
