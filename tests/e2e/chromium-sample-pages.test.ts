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
  /** What is offered with one click instead of being filled in. */
  const offers = async () => {
    const chips = await panel.all('button', /^Use /);
    const names = await Promise.all(chips.map((chip) => chip.attribute('aria-label')));
    return names.map((name) => (name ?? '').replace(/^Use /, ''));
  };
  const pages = (kind: PageTruth['kind']) => sampleCrmTruth.filter((truth) => truth.kind === kind);

  /**
   * Records whose caller's name is neither filled in nor offered yet: a job of a company with a contact on the
   * site (its label means somebody else on most records), and a caller named in an inner frame alone. Nothing
   * wrong may be filled in there either.
   */
  const nameNotFoundYet = new Set(['/jobs/20884', '/frames/same-origin']);

  // Who is certain is filled in, who is not is offered, and nobody is filled in wrongly: a wrong number is
  // worse than a blank. How many are certain is measured elsewhere.
  it.each(pages('record'))('fills in or offers the caller of $path, and nobody else', async (truth) => {
    const form = await capture(truth);
    const offered = await offers();
    const numbers = offered.map((offer) => e164Of(offer, truth.region));
    const isHidden = truth.traits.includes('cross-origin-frame');
    if (form.name !== '' || truth.caller === null || isHidden) {
      expect(isHidden ? ['', ...(truth.caller?.names ?? [])] : (truth.caller?.names ?? [''])).toContain(
        form.name,
      );
    } else if (!nameNotFoundYet.has(truth.path)) {
      expect(
        truth.caller.names.some((name) => offered.includes(name)),
        `offered: ${offered}`,
      ).toBe(true);
    }
    if (form.e164 !== '' || truth.phones.length === 0 || isHidden) {
      expect(isHidden || truth.phones.length === 0 ? [''] : truth.phones).toContain(form.e164);
    } else {
      expect(
        truth.phones.some((phone) => numbers.includes(phone)),
        `offered: ${offered}`,
      ).toBe(true);
    }
    expect(['', ...truth.references]).toContain(form.reference);
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
