import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleCrm, serveSampleCrm } from '../sample-crm/server.ts';
import { type PageTruth, sampleCrmTruth } from '../sample-crm/truth.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { readForm } from '../support/journey/form.ts';
import { captureAfresh, openPanel } from '../support/journey/panel.ts';
import { e164Of } from './e164.ts';
import { useChromium } from './use-browser.ts';

/** Every page of the sample CRM, captured through the toolbar as an agent does, against what is true on it. */
describe('capture from each page of the sample CRM', () => {
  const workplace = useChromium();
  let elsewhere: SampleCrm;
  let panel: Screen;

  beforeAll(async () => {
    elsewhere = await serveSampleCrm();
    panel = await openPanel(workplace().browser, await workplace().browser.open(workplace().url('/')));
  });
  afterAll(() => elsewhere.close());

  /** Captures the page as an agent does; what came of it stays in the panel. */
  const capture = async (truth: PageTruth) => {
    const path = truth.path.replace('{origin}', encodeURIComponent(elsewhere.origin));
    const page = await workplace().browser.open(workplace().url(path));
    await captureAfresh(workplace().browser, page, panel);
    await page.close();
    const form = await readForm(panel);
    return { ...form, e164: e164Of(form.phone, truth.region) };
  };
  const pages = (kind: PageTruth['kind']) => sampleCrmTruth.filter((truth) => truth.kind === kind);

  it.each(pages('record'))('fills in the caller of $path, and nobody else', async (truth) => {
    const form = await capture(truth);
    // Without access to its origin the frame is not read, and what surrounds it names nobody.
    const hidden = truth.traits.includes('cross-origin-frame');
    const oneOf = (values: readonly string[]) => (hidden || values.length === 0 ? [''] : values);
    expect(oneOf(truth.caller?.names ?? [])).toContain(form.name);
    expect(oneOf(truth.phones)).toContain(form.e164);
    expect(oneOf(truth.references)).toContain(form.reference);
  });

  it.each(pages('list'))('offers the callers of $path and fills in nobody', async (truth) => {
    const form = await capture(truth);
    expect(form).toMatchObject({ name: '', phone: '' });
    const group = await panel.find('group', 'Callers on this page');
    const rows = await group.all('checkbox');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of truth.rows.filter(({ names, phones }) => names.length > 0 && phones.length > 0)) {
      expect(await group.all('checkbox', new RegExp(`^(${row.names.join('|')}), `))).not.toEqual([]);
    }
  });

  it.each(pages('none'))('fills in nothing from $path', async (truth) => {
    expect(await capture(truth)).toMatchObject({ name: '', phone: '', reference: '' });
  });
});
