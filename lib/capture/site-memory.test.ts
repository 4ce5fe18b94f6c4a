import { describe, expect, it } from 'vitest';
import { emptyMemory, hintFor, isRepeated, rememberCorrection, rememberRecord } from './site-memory.ts';

describe('memory of a site', () => {
  it('counts what is on many records against it, and holds nothing readable', () => {
    let memory = emptyMemory('salt');
    for (let at = 0; at < 6; at++) memory = rememberRecord(memory, ['+12065550100', `+1206555013${at}`]);
    expect(isRepeated(memory, '+12065550100')).toBe(true);
    expect(isRepeated(memory, '+12065550131')).toBe(false);
    expect(JSON.stringify(memory)).not.toContain('555');
  });

  it('waits for enough records, and survives names such as __proto__', () => {
    const memory = rememberRecord(emptyMemory('salt'), ['__proto__', 'Mina Roth']);
    expect(isRepeated(memory, 'Mina Roth')).toBe(false);
    expect(isRepeated(undefined, 'Mina Roth')).toBe(false);
  });

  it('remembers the newest correction of a place', () => {
    const hint = { field: 'phone', label: 'Kontakt 2', place: 'main>dl>dd' } as const;
    const memory = rememberCorrection(rememberCorrection(emptyMemory('s'), hint), hint);
    expect(memory.hints).toHaveLength(1);
    expect(hintFor(memory, 'phone', 'KONTAKT 2', 'main>dl>dd')).toEqual(hint);
    expect(hintFor(memory, 'name', 'Kontakt 2', 'main>dl>dd')).toBeNull();
  });
});
