// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { readPage } from './read-page.ts';

// This document has no XPath, draws nothing, and knows no styles that hide.
vi.stubGlobal('XPathResult', {});
Object.defineProperty(Document.prototype, 'evaluate', { value: () => ({ snapshotLength: 0 }) });
Object.defineProperty(Element.prototype, 'checkVisibility', { value: () => true });

it('tells an ordinary record to its end, however late it is on a busy machine', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `<dt>Field ${at}</dt><dd>Value ${at}</dd>`);
  document.body.innerHTML = `<h1>Dana Lee</h1><dl>${rows.join('')}<dt>Mobile</dt><dd>(415) 555-0132</dd></dl>`;
  // Between any two looks at the clock half a second has gone by.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 500));
  const { leaves, stats } = await readPage();
  expect(stats.stopped).toBe(false);
  expect(leaves.at(0)?.text).toBe('Dana Lee');
  expect(leaves.at(-1)?.text).toBe('(415) 555-0132');
});
