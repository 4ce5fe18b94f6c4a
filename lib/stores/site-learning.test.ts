// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { chooseCaller } from '../capture/choose-caller.ts';
import { correctionHint } from '../capture/corrections.ts';
import { parseFrames } from '../capture/evidence.ts';
import { readPage } from '../capture/page/read-page.ts';
import { rememberCorrection, rememberRecord } from '../capture/site-memory.ts';
import { newDraft } from '../domain/draft.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createSiteMemories } from '../settings/site-memories.ts';
import { createSiteLearning } from './site-learning.ts';

const rules = { correctionHint, rememberCorrection, rememberRecord };

function aLearner() {
  const area = createMemoryStorage();
  const memories = createSiteMemories(area, () => 'salt');
  /** The panel is closed and opened again: only what is stored stays. */
  const reopened = () => createSiteLearning({ ...memories, defaultCountry: () => 'US' });
  return { area, memories, learning: reopened(), reopened };
}

/** A record whose numbers stand under labels no vocabulary knows: nothing tells which is the caller's. */
function record(name: string, first: string, second: string): string {
  return `<main><h1>${name}</h1><dl>
    <dt>Line A</dt><dd><span>${first}</span></dd>
    <dt>Line B</dt><dd><b>${second}</b></dd></dl></main>`;
}

async function look(learner: ReturnType<typeof aLearner>, html: string) {
  document.body.innerHTML = html;
  const { frames } = parseFrames([await readPage()]);
  const site = new URL(frames[0]?.url ?? '').host;
  const siteMemory = await learner.learning.memoryOf(site);
  const result = chooseCaller(frames, { defaultCountry: 'US', now: 0, zone: 'UTC', siteMemory });
  await learner.learning.sawRecord(rules, frames, result);
  return { result, site };
}

beforeEach(() => {
  window.location.href = 'https://crm.example.com/contact/1';
});

describe('a correction', () => {
  test('wins on the next record of the site', async () => {
    const learner = aLearner();
    await look(learner, record('Dana Lee', '(415) 555-0132', '(415) 555-0190'));
    await learner.learning.corrected('phone', '(415) 555-0190');
    window.location.href = 'https://crm.example.com/contact/2';
    const { result } = await look(learner, record('Bob Stone', '(415) 555-0141', '(415) 555-0177'));
    expect(result.phone.chosen?.e164).toBe('+14155550177');
    expect(result.phone.chosen?.evidence[0]?.code).toBe('picked');
  });

  test('tells lines in identical elements apart, and from a row that is not on every record', async () => {
    const learner = aLearner();
    const lines = (name: string, ...numbers: [string, string][]): string =>
      `<main><h1>${name}</h1><div>${numbers
        .map(([label, number]) => `<div><div>${label}</div><div>${number}</div></div>`)
        .join('')}</div></main>`;
    await look(learner, lines('Dana Lee', ['Line A', '(415) 555-0132'], ['Line B', '(415) 555-0190']));
    await learner.learning.corrected('phone', '(415) 555-0190');
    window.location.href = 'https://crm.example.com/contact/2';
    const same = lines('Bob Stone', ['Line A', '(415) 555-0141'], ['Line B', '(415) 555-0177']);
    expect((await look(learner, same)).result.phone.chosen?.e164).toBe('+14155550177');
    const more = lines(
      'Ida Berg',
      ['Line A', '(415) 555-0142'],
      ['Line C', '(415) 555-0143'],
      ['Line B', '(415) 555-0178'],
    );
    expect((await look(learner, more)).result.phone.chosen?.e164).toBe('+14155550178');
  });

  test.each(['Dana’s mobile', 'Mobile (Dana Lee)', 'Dana Lee'])(
    'keeps no word of the label %s',
    async (label) => {
      const learner = aLearner();
      const { site } = await look(
        learner,
        `<main><h1>Dana Lee</h1><dl><dt>${label}</dt><dd>(415) 555-0132</dd></dl></main>`,
      );
      await learner.learning.corrected('phone', '(415) 555-0132');
      const { hints } = await learner.memories.load(site);
      expect(hints).toHaveLength(1);
      expect(JSON.stringify(await learner.area.getAll())).not.toMatch(/dana|lee/i);
    },
  );

  test('keeps no name and no number in the browser', async () => {
    const learner = aLearner();
    await look(learner, record('Dana Lee', '(415) 555-0132', '(415) 555-0190'));
    await learner.learning.corrected('phone', '(415) 555-0190');
    await learner.learning.corrected('callerName', 'Dana Lee');
    const kept = JSON.stringify(await learner.area.getAll());
    expect(kept).toContain('crm.example.com');
    expect(kept).not.toMatch(/dana|lee|5550190|555-0190|5550132/i);
  });

  test('that is not on the page teaches nothing', async () => {
    const learner = aLearner();
    const { site } = await look(learner, record('Dana Lee', '(415) 555-0132', '(415) 555-0190'));
    await learner.learning.corrected('phone', '(212) 555-0100');
    expect((await learner.memories.load(site)).hints).toEqual([]);
  });

  test('is what the agent typed into a field of the draft that was saved, and nothing else', async () => {
    const learner = aLearner();
    const { site, result } = await look(learner, record('Dana Lee', '(415) 555-0132', '(415) 555-0190'));
    const draft = newDraft('id', '', 1, 0);
    await learner.learning.saved({
      ...draft,
      fields: { ...draft.fields, callerName: 'Dana Lee', phone: '(415) 555-0190' },
      typed: ['phone'],
      record: { tabId: 1, recordKey: result.page.recordKey },
    });
    expect((await learner.memories.load(site)).hints.map(({ field }) => field)).toEqual(['phone']);
  });
});

/** A record as most products show it, with the company's own line among the fields. */
function contact(name: string, mobile: string): string {
  return `<main><h1>${name}</h1><dl>
    <dt>Contact</dt><dd>${name}</dd><dt>Mobile</dt><dd>${mobile}</dd>
    <dt>Phone</dt><dd>(206) 555-0100</dd></dl></main>`;
}
const people = ['Ana Ruiz', 'Bo Lind', 'Cy Young', 'Di Marsh', 'Ed Kay', 'Flo Penn', 'Gus Hall', 'Ida Vance'];

describe('repetition', () => {
  test('of one record, captured in panel after panel, never counts against its caller', async () => {
    const learner = aLearner();
    for (let time = 0; time < 12; time++) {
      const { result } = await look(
        { ...learner, learning: learner.reopened() },
        contact('Dana Lee', '(415) 555-0132'),
      );
      expect(result.name.chosen?.value).toBe('Dana Lee');
      expect(result.phone.chosen?.e164).toBe('+14155550132');
    }
  });

  test('on the records of many callers counts, and is said', async () => {
    const learner = aLearner();
    for (const [at, name] of people.entries()) {
      window.location.href = `https://crm.example.com/contact/${at}`;
      await look(learner, contact(name, `(415) 555-014${at}`));
    }
    window.location.href = 'https://crm.example.com/contact/9';
    const html = contact('Dana Lee', '').replace('<dt>Mobile</dt><dd></dd>', '');
    const { result } = await look(learner, html);
    expect(result.name.chosen?.value).toBe('Dana Lee');
    expect(result.phone.chosen).toBeNull();
    expect(result.phone.candidates[0]?.evidence).toContainEqual({ code: 'repeated-on-site' });
  });
});

describe('records', () => {
  test('are counted once, however often they are captured', async () => {
    const learner = aLearner();
    const html = contact('Dana Lee', '(415) 555-0132');
    await look(learner, html);
    const { site } = await look(learner, html);
    expect((await learner.memories.load(site)).records).toBe(1);
  });

  test('can be seen and erased by site', async () => {
    const learner = aLearner();
    const { site } = await look(learner, contact('Dana Lee', '(415) 555-0132'));
    expect(await learner.memories.list()).toEqual([{ site, records: 1, corrections: 0 }]);
    await learner.memories.erase(site);
    expect(await learner.memories.list()).toEqual([]);
  });
});
