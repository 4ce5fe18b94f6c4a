// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { page } from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';
import type { FrameEvidence } from './evidence.ts';
import { parseFrames } from './evidence.ts';
import { readPage } from './page/read-page.ts';
import { countriesOf } from './page-country.ts';
import { pageModel } from './page-model.ts';

interface On {
  agent: string;
  lang?: string;
  url?: string;
  beside?: string;
}

async function capture(
  number: string,
  { agent, lang = '', url = 'https://crm.example.com/1', beside = '' }: On,
) {
  document.body.innerHTML = `<main><h1>Dana Lee</h1><dl><dt>Contact</dt><dd>Dana Lee</dd>
    <dt>Mobile</dt><dd>${number}</dd></dl>${beside}</main>`;
  const { frames } = parseFrames([await readPage()]);
  const page = frames.map((frame): FrameEvidence => ({ ...frame, lang, url }));
  const { phone } = chooseCaller(page, { defaultCountry: agent, now: 0, zone: 'UTC' });
  return { filled: phone.chosen?.e164, chips: phone.candidates.map(({ e164 }) => e164), phone };
}

describe('a national number on a page of another country', () => {
  it.each<[string, On, string]>([
    ['06 12 34 56 78', { agent: 'GB', lang: 'fr' }, '+33612345678'],
    ['06 12 34 56 78', { agent: 'US', lang: 'fr-FR' }, '+33612345678'],
    ['030 12345678', { agent: 'US', lang: 'de' }, '+493012345678'],
    ['(415) 555-2671', { agent: 'DE', lang: 'fr', url: 'https://crm.example.us/1' }, '+14155552671'],
    ['020 7946 0018', { agent: 'US', url: 'https://crm.example.co.uk/1' }, '+442079460018'],
    ['020 7946 0018', { agent: 'US', lang: 'en-GB' }, '+442079460018'],
    ['0664 1234567', { agent: 'US', lang: 'de-AT' }, '+436641234567'],
    [
      '06 12 34 56 78',
      { agent: 'US', lang: 'en', beside: '<p>+33 1 99 00 12 34</p><p>+33 1 99 00 12 35</p>' },
      '+33612345678',
    ],
    [
      '06 12 34 56 78',
      { agent: 'US', lang: 'en', beside: '<p>12 rue Basse, Lyon, France</p>' },
      '+33612345678',
    ],
  ])('%s is the page’s where it is none at home (%o)', async (number, on, e164) => {
    expect((await capture(number, on)).filled).toBe(e164);
  });

  it.each<[string, On]>([
    ['(415) 555-0132', { agent: 'US', lang: 'de' }],
    ['(415) 555-0132', { agent: 'US', lang: 'en-GB' }],
    ['0664 1234567', { agent: 'AT', lang: 'de', url: 'https://crm.example.de/1' }],
    ['07700 900388', { agent: 'GB', lang: 'en' }],
  ])('%s stays the agent’s where it is set as at home (%o)', async (number, on) => {
    expect((await capture(number, on)).filled).toMatch(on.agent === 'US' ? /^\+1415/ : /^\+43664|^\+4477/);
  });

  it('is offered, not filled in, where it is one in both, the agent’s country first', async () => {
    const { filled, chips, phone } = await capture('415 555 0132', {
      agent: 'US',
      beside: '<p>+52 55 1234 5678</p><p>+52 55 1234 5679</p>',
    });
    expect(filled).toBeUndefined();
    expect(chips.slice(0, 2)).toEqual(['+14155550132', '+524155550132']);
    expect(phone.candidates[0]?.evidence[0]?.code).toBe('other-country');
  });

  it('is offered with the page’s country first where the page clearly says so', async () => {
    const { filled, chips } = await capture('415 555 0132', { agent: 'US', lang: 'es-MX' });
    expect(filled).toBeUndefined();
    expect(chips.slice(0, 2)).toEqual(['+524155550132', '+14155550132']);
  });

  it.each<[string, On, string]>([
    ['020 7946 0018', { agent: 'US', lang: 'en' }, '+442079460018'],
    ['(415) 555-2671', { agent: 'DE', lang: 'en' }, '+14155552671'],
  ])('%s is offered where only the language speaks for it (%o)', async (number, on, e164) => {
    const { filled, chips } = await capture(number, on);
    expect(filled).toBeUndefined();
    expect(chips[0]).toBe(e164);
  });

  it.each(['US', 'GB'])('is none where its first digits are in no range of the %s plan', async (agent) => {
    expect((await capture('06 12 34 56 78', { agent, lang: 'en' })).chips).toEqual([]);
  });
});

describe('the end of an address', () => {
  const sureOf = (end: string) =>
    countriesOf(pageModel([page([], { url: `https://acme.crm.${end}/1` })]), 'GB').sure;

  it.each([
    'so la nu st ws pw am ms gd sc bz sx cx vg ml tk ga cf gq as ne pm',
    'ag bi cd cm dj gl gy ki md mn mp mu nf nr re tc tl tm vu wf yt io co ai me tv',
  ])('says nothing of a page’s country where anybody may take it (%s)', (ends) => {
    for (const end of ends.split(' ')) expect([end, sureOf(end)]).toEqual([end, 'weak']);
  });

  it.each(['fr', 'de', 'co.uk', 'com.mx', 'it', 'us'])(
    'says the country where it is a place’s (%s)',
    (end) => {
      expect(sureOf(end)).toBe('clear');
    },
  );
});
