import { beforeEach, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { clearForm, fillForm, formField, readForm, save } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { captureFromToolbar, openPanel } from '../support/journey/panel.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('drafts belong to the record they were captured from', () => {
  const workplace = useChromium();
  const open = (path: string) => workplace().browser.open(workplace().url(path));
  const capture = (page: Screen) => captureFromToolbar(workplace().browser, page);
  const chipOf = (panel: Screen, name: string) => panel.find('button', `${name}, unsaved`);
  let panel: Screen;

  beforeEach(async () => {
    panel = await openPanel(workplace().browser, await open('/dashboard'));
    for (const discard of await panel.all('button', /^Discard the unsaved draft/)) await discard.click();
    await clearForm(panel);
  });

  it('never overwrites what was typed when the same record is captured again', async () => {
    const page = await open('/customers/1042');
    await capture(page);
    await (await formField(panel, 'name')).fill('Dana Lee-Moreno');
    await fillForm(panel, { reason: 'Wants the invoice' });
    await capture(page);
    expect(await readForm(panel)).toMatchObject({
      name: 'Dana Lee-Moreno',
      phone: '(415) 555-0132',
      reason: 'Wants the invoice',
    });
  });

  it('parks a draft when another tab is captured, and takes it up again whole', async () => {
    await capture(await open('/customers/1042'));
    await fillForm(panel, { reason: 'First caller', time: 'in 3 hours' });
    const first = await readForm(panel);
    expect(first).toMatchObject({ name: 'Dana Lee', phone: '(415) 555-0132' });
    await capture(await open('/customers/1046'));
    await until('the second caller', async () => (await readForm(panel)).name === 'Imogen Achterberg');
    const second = await readForm(panel);
    expect(second).toMatchObject({ name: 'Imogen Achterberg', reason: '', time: '' });
    await fillForm(panel, { reason: 'Second caller' });

    await (await chipOf(panel, 'Dana Lee')).click();
    expect(await readForm(panel)).toEqual(first);
    await (await chipOf(panel, 'Imogen Achterberg')).click();
    expect(await readForm(panel)).toEqual({ ...second, reason: 'Second caller' });
  });

  it('keeps two records apart when the CRM changes the page without loading it', async () => {
    const page = await open('/customers/1042');
    await capture(page);
    await fillForm(panel, { reason: 'About the first record' });
    await page.run(() => {
      const link = document.createElement('a');
      link.href = '/customers/1046';
      document.body.append(link);
      link.click();
    });
    await page.find('heading', /Imogen Achterberg/);
    await capture(page);
    await until('the other caller', async () => (await readForm(panel)).name === 'Imogen Achterberg');
    expect(await readForm(panel)).toMatchObject({ reason: '', time: '' });
    await save(panel);
    const item = await (await callbackOf(panel, 'Imogen Achterberg')).text();
    expect(item).not.toContain('About the first record');
    expect(item).not.toContain('555-0132');
    await (await chipOf(panel, 'Dana Lee')).click();
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', reason: 'About the first record' });
  });

  it('keeps what was typed over a closed panel, another tab and a killed browser', async () => {
    await capture(await open('/customers/1051'));
    await fillForm(panel, { reason: 'Half a sentence', time: 'tomorrow 10' });
    await open('/dashboard');
    expect(await readForm(panel)).toMatchObject({ name: 'Tobias Grant', reason: 'Half a sentence' });
    await workplace().browser.restart('kill');
    panel = await openPanel(workplace().browser, await open('/customers/1051'));
    await until('the draft', async () => (await readForm(panel)).name === 'Tobias Grant');
    expect(await readForm(panel)).toMatchObject({
      phone: '(415) 555-0187',
      reason: 'Half a sentence',
      time: 'tomorrow 10',
    });
  });
});
