import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValue, nearly } from '../../tests/support/unit/hostile.ts';
import { chooseCaller } from './choose-caller.ts';
import { caps, type FrameEvidence, parseFrames } from './evidence.ts';

const frame = (): FrameEvidence => ({
  version: 1,
  url: 'https://crm.example/customers/48113',
  title: 'Dana Lee',
  lang: 'en',
  top: true,
  focused: true,
  area: 1,
  selection: '',
  boxes: [
    { parent: -1, tag: 'main', index: 0 },
    { parent: 0, tag: 'h1', index: 0 },
    { parent: 0, tag: 'dt', index: 1 },
    { parent: 0, tag: 'dd', index: 2 },
  ],
  leaves: [
    { box: 1, kind: 'text', text: 'Dana Lee' },
    { box: 2, kind: 'text', text: 'Mobile' },
    { box: 3, kind: 'text', text: '(206) 555-0132' },
  ],
  jsonLd: [],
  foreign: ['https://calls.example'],
  stats: { ms: 1, nodes: 5, stopped: false, cut: false },
});
const context = { defaultCountry: 'US', now: 0, zone: 'UTC' };

describe('parseFrames', () => {
  it('passes evidence and refuses everything else', () => {
    const loop = { ...frame(), boxes: [{ parent: 0, tag: 'a', index: 0 }], leaves: [] };
    const missing = { ...frame(), leaves: [{ box: 99, kind: 'text', text: 'x' }] };
    const huge = { ...frame(), title: 'x'.repeat(100_000) };
    const deep = {
      ...frame(),
      boxes: Array.from({ length: caps.depth + 1 }, (_, at) => ({ parent: at - 1, tag: 'div', index: 0 })),
    };
    const answers = [frame(), null, 'no', loop, missing, huge, deep, { version: 2 }];
    const { frames, refused } = parseFrames(answers);
    expect(frames).toHaveLength(1);
    expect(refused).toBe(6);
  });

  it('drops what it does not know', () => {
    const { frames } = parseFrames([{ ...frame(), evil: '<img onerror=1>' }]);
    expect(frames[0]).not.toHaveProperty('evil');
  });
});

describe('chooseCaller', () => {
  it('fills in name, number and reference, and says why', () => {
    const result = chooseCaller([frame()], context);
    expect(result.name.chosen?.value).toBe('Dana Lee');
    expect(result.phone.chosen).toMatchObject({ value: '(206) 555-0132', e164: '+12065550132' });
    expect(result.phone.chosen?.evidence).toContainEqual({ code: 'labelled', label: 'Mobile' });
    expect(result.notices).toEqual([{ code: 'frame-skipped', origin: 'https://calls.example' }]);
  });

  it('tells of a document in the page that did not answer, whosever it is', () => {
    const noticesOf = (...frames: FrameEvidence[]) => chooseCaller(frames, context).notices;
    const top = { ...frame(), foreign: [], inside: 2 };
    const inner = { ...frame(), top: false, foreign: [], inside: 0 };
    expect(noticesOf(top, inner)).toEqual([{ code: 'frame-skipped' }]);
    expect(noticesOf(top, inner, inner)).toEqual([]);
    // One that is not on the screen answers for none that is.
    expect(noticesOf(top, inner, { ...inner, hidden: true })).toEqual([{ code: 'frame-skipped' }]);
    // Said once, with the name where there is one.
    const named = { ...top, foreign: ['https://calls.example'] };
    expect(noticesOf(named)).toEqual([{ code: 'frame-skipped', origin: 'https://calls.example' }]);
  });

  it('lets the selection win', () => {
    const result = chooseCaller([{ ...frame(), selection: '206 555 0177' }], context);
    expect(result.phone.chosen?.e164).toBe('+12065550177');
    expect(result.phone.candidates.map((one) => one.e164)).toContain('+12065550132');
    expect(
      chooseCaller([{ ...frame(), selection: 'the heater leaks again' }], context).reasonSuggestion,
    ).toEqual({
      text: 'the heater leaks again',
      from: 'selection',
    });
  });

  it('says so when there is nothing', () => {
    const result = chooseCaller([], context);
    expect(result.name.chosen).toBeNull();
    expect(result.notices).toContainEqual({ code: 'nothing-found' });
  });
});

describe('whatever a frame answers', () => {
  const anyFrame = fc.oneof(anyValue, nearly(frame()));

  it('is evidence within its caps, or refused', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 5 }), (answers) => {
        const { frames, refused } = parseFrames(answers);
        expect(frames.length + refused).toBeLessThanOrEqual(answers.length);
        for (const { boxes, leaves, title } of frames) {
          expect(title.length).toBeLessThanOrEqual(caps.shortText);
          expect(leaves.length).toBeLessThanOrEqual(caps.leaves);
          for (const [at, { parent }] of boxes.entries()) expect(parent).toBeLessThan(at);
          for (const { box } of leaves) expect(boxes[box]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ends in a choice of short clean texts, or in none', () => {
    fc.assert(
      fc.property(anyFrame, (answer) => {
        const { frames } = parseFrames([answer]);
        const said = JSON.stringify(chooseCaller(frames, context));
        // As a text a page may say it; as a key it would reach further.
        expect(said).not.toMatch(/"__proto__":/);
      }),
      { numRuns: 200 },
    );
  });
});
