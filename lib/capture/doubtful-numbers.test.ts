import { describe, expect, it } from 'vitest';
import { el, field, page } from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';
import { correctionHint } from './corrections.ts';
import type { FrameEvidence } from './evidence.ts';
import { emptyMemory, rememberCorrection } from './site-memory.ts';
import type { SiteMemory } from './types.ts';

/** A record of a Mexican page in a US browser: "415 555 0132" is a number of both. */
function record(...parts: Parameters<typeof page>[0]): FrameEvidence {
  return { ...page([el('h1', 'Dana Lee'), field('Contact', 'Dana Lee'), ...parts]), lang: 'es-MX' };
}

function read(frame: FrameEvidence, siteMemory?: SiteMemory) {
  const { phone } = chooseCaller([frame], {
    defaultCountry: 'US',
    now: 0,
    zone: 'UTC',
    ...(siteMemory ? { siteMemory } : {}),
  });
  return {
    filled: phone.chosen?.e164,
    offered: phone.candidates.map(({ e164 }) => e164),
    why: phone.candidates[0]?.evidence.map(({ code }) => code),
  };
}

const both = ['+524155550132', '+14155550132'];
const other = field('Mobile', '+1 212 555 0150');

describe('a number of two countries', () => {
  it('that is selected is offered in both readings first, and nothing is filled in', () => {
    const { filled, offered, why } = read({ ...record(other), selection: '415 555 0132' });
    expect(filled).toBeUndefined();
    expect(offered).toEqual([...both, '+12125550150']);
    expect(why).toEqual(['selected', 'other-country']);
  });

  it('that is selected is the one the page writes out elsewhere', () => {
    const frame = record(other, field('Office', '+1 415 555 0132'));
    expect(read({ ...frame, selection: '415 555 0132' })).toMatchObject({
      filled: '+14155550132',
      offered: ['+14155550132', '+12125550150'],
    });
  });

  it('that stands where a correction points is offered in both readings first', () => {
    const taught = record(other, field('Line B', '+1 415 555 0177'));
    const place = correctionHint([taught], 'phone', '+1 415 555 0177', 'US');
    if (!place) throw new Error('The number is not on the page.');
    const memory = rememberCorrection(emptyMemory('salt'), place);
    expect(read(taught, memory).filled).toBe('+14155550177');
    const { filled, offered } = read(record(other, field('Line B', '415 555 0132')), memory);
    expect(filled).toBeUndefined();
    expect(offered.slice(0, 2)).toEqual(both);
  });

  it('that only a dialling link holds is offered in both readings', () => {
    const frame = record(el('a', 'Llamar'));
    const link = frame.leaves.find(({ text }) => text === 'Llamar');
    frame.leaves.push({ box: link?.box ?? 0, kind: 'tel', text: 'tel:4155550132' });
    const { filled, offered } = read(frame);
    expect(filled).toBeUndefined();
    expect(offered).toEqual(both);
  });
});
