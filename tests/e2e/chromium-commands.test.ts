import { beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { clearForm, readForm, save, statusSays } from '../support/journey/form.ts';
import { callbackCount, callbackOf } from '../support/journey/list.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('the keyboard, in the browser window itself', () => {
  const workplace = useChromium({ headed: true });
  let page: Screen;
  let panel: Screen;

  beforeAll(async () => {
    page = await workplace().browser.open(workplace().url('/customers/1042'));
  });

  it('opens the panel and captures with one key', async () => {
    await workplace().browser.pressCommand('capture');
    panel = await workplace().browser.panel();
    await statusSays(panel, /^Captured Dana Lee/);
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', phone: '(415) 555-0132' });
  });

  it('saves a dropped call with one key and nothing to fill in, and takes it back', async () => {
    await clearForm(panel);
    await workplace().browser.pressCommand('call-dropped');
    await statusSays(panel, /^Saved: call dropped, Dana Lee/);
    const item = await (await callbackOf(panel, 'Dana Lee')).text();
    expect(item).toMatch(/Call dropped at \d/);
    expect(item).toContain('not confirmed');
    await (await panel.find('button', 'Undo')).click();
    await callbackCount(panel, 0);
  });

  it('saves from the form with Enter, and not while an input method composes', async () => {
    await clearForm(panel);
    await (await panel.find('textbox', 'Caller name')).fill('Walter Nkemelu');
    await (await panel.find('textbox', 'Phone number')).fill('4155550187');
    const reason = await panel.find('textbox', 'Reason');
    await reason.fill('First line');
    await panel.press('Shift+Enter');
    await panel.type('second line');
    expect(await reason.value()).toBe('First line\nsecond line');
    await panel.run(() => {
      const field = document.activeElement as HTMLElement;
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    expect(await reason.value()).toBe('First line\nsecond line');
    await panel.press('Enter');
    await statusSays(panel, /^Saved Walter Nkemelu/);
    expect(await (await callbackOf(panel, 'Walter Nkemelu')).text()).toContain('(415) 555-0187');
  });

  it('captures from the context menu of the page', async () => {
    await clearForm(panel);
    await workplace().browser.chooseFromContextMenu(page);
    await statusSays(panel, /^Captured Dana Lee/);
    await save(panel);
    await until('the badge', async () => (await workplace().browser.badge()).text === '2');
  });
});
