import { describe, expect, it } from 'vitest';
import { emptyMemory, isHinted, isRepeated, rememberCorrection, rememberRecord } from './site-memory.ts';

const candidate = (value: string, e164?: string) => ({
  value,
  ...(e164 ? { e164 } : {}),
  confidence: 0.9,
  evidence: [],
});
/** A record of a caller beside the agent's name and the switchboard. */
function seen(caller: string | null, number: string, beside = '+12065550100') {
  const agent = candidate('Sam Fox');
  const phones = [candidate(number, number), candidate(beside, beside)];
  const chosen = caller === null ? null : candidate(caller);
  return {
    name: { chosen, candidates: chosen ? [chosen, agent] : [agent] },
    phone: { chosen: phones[0] ?? null, candidates: phones },
  };
}
const callers = [
  'Ana Ruiz',
  'Bo Lind',
  'Cy Young',
  'Di Marsh',
  'Ed Kay',
  'Flo Penn',
  'Gus Hall',
  'Ida Vance',
];

describe('memory of a site', () => {
  it('counts what is on the records of many callers against it, and holds nothing readable', () => {
    let memory = emptyMemory('salt');
    for (const [at, caller] of callers.entries()) {
      expect(isRepeated(memory, '+12065550100')).toBe(false);
      memory = rememberRecord(memory, seen(caller, `+1206555013${at}`));
    }
    expect(isRepeated(memory, '+12065550100')).toBe(true);
    expect(isRepeated(memory, 'Sam Fox')).toBe(true);
    expect(isRepeated(memory, '+12065550131')).toBe(false);
    expect(isRepeated(memory, 'Ana Ruiz')).toBe(false);
    expect(JSON.stringify(memory)).not.toMatch(/555|ana|fox/i);
  });

  it('counts a caller once, whatever their records are called', () => {
    let memory = emptyMemory('salt');
    for (let at = 0; at < 12; at++)
      memory = rememberRecord(memory, seen(at % 2 ? 'Ruiz, Ana' : 'Ana Ruiz', '+12065550131'));
    expect(memory.records).toBe(1);
    expect(isRepeated(memory, '+12065550131')).toBe(false);
  });

  it('counts a number that is taken for every caller, and no record without a caller', () => {
    let memory = emptyMemory('salt');
    for (const caller of callers)
      memory = rememberRecord(memory, seen(caller, '+12065550100', '+12065550111'));
    expect(isRepeated(memory, '+12065550100')).toBe(true);
    const nobody = { chosen: null, candidates: [candidate('Sam Fox')] };
    expect(rememberRecord(memory, { name: nobody, phone: nobody })).toBe(memory);
  });

  it('survives names such as __proto__', () => {
    const memory = rememberRecord(emptyMemory('salt'), seen('__proto__', '+12065550131', '__proto__'));
    expect(isRepeated(memory, '__proto__')).toBe(false);
    expect(isRepeated(undefined, 'Mina Roth')).toBe(false);
  });

  it('remembers the newest correction of a place', () => {
    const found = { field: 'phone', label: '', words: 'kontakt 2', place: 'main:0>dl:1>dd:3' } as const;
    const memory = rememberCorrection(rememberCorrection(emptyMemory('s'), found), found);
    expect(memory.hints).toHaveLength(1);
    expect(JSON.stringify(memory)).not.toContain('kontakt');
    expect(isHinted(memory, found, false)).toBe(true);
    expect(isHinted(memory, { ...found, field: 'name' }, false)).toBe(false);
    expect(isHinted(memory, { ...found, words: 'kontakt 1' }, false)).toBe(false);
    const moved = { ...found, place: 'main:0>dl:2>dd:5' };
    expect([false, true].map((near) => isHinted(memory, moved, near))).toEqual([false, true]);
  });
});
