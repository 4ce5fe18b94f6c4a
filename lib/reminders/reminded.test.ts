import { describe, expect, it } from 'vitest';
import type { Callback } from '../domain/callback.ts';
import { dayRules, defaultSettings } from '../domain/settings.ts';
import { at, callback, hour, minute, promised, zone } from './fake-world.ts';
import { remindedNow } from './reminded.ts';

const rules = dayRules(defaultSettings('GB'), zone);
const four = at('2026-06-10T16:00');
const point = callback({ promise: promised(four, four) });

const remindedOf = (entry: Callback, now: number, snoozes = new Map<string, number>()) =>
  remindedNow({ open: [entry], snoozes, rules, now }).length === 1;
const attempt = (moment: number) => ({
  id: crypto.randomUUID(),
  at: moment,
  by: null,
  outcome: 'no answer' as const,
  number: null,
  note: '',
  loggedAt: null,
});
const history = (what: 'status' | 'changed', moment: number) => ({
  id: crypto.randomUUID(),
  at: moment,
  by: null,
  what,
  from: null,
  to: null,
});

describe('what the agent is reminded of', () => {
  it.each<[string, Callback, number, boolean]>([
    ['not before the lead', point, four - 11 * minute, false],
    ['from the lead on', point, four - 10 * minute, true],
    ['for as long as it is late', point, four + 30 * hour, true],
    ['not without a time', callback(), four, false],
    ['not once closed', { ...point, status: 'completed', closedAt: four }, four, false],
    ['a missed call at once', callback({ kind: 'missed call', happenedAt: four }), four, true],
    ['not after a call', { ...point, attempts: [attempt(four + minute)] }, four + 2 * minute, false],
    ['after a call before it', { ...point, attempts: [attempt(four - hour)] }, four, true],
    ['again once it is late', { ...point, attempts: [attempt(four + 20_000)] }, four + minute, true],
    ['not after another status', { ...point, history: [history('status', four)] }, four, false],
    ['after any other edit', { ...point, history: [history('changed', four)] }, four, true],
  ])('%s', (_when, entry, now, expected) => {
    expect(remindedOf(entry, now)).toBe(expected);
  });

  it('waits for a snooze', () => {
    const snoozes = new Map([[point.id, four + 5 * minute]]);
    expect(remindedOf(point, four, snoozes)).toBe(false);
    expect(remindedOf(point, four + 5 * minute, snoozes)).toBe(true);
  });

  it('has the most urgent first, and another key with each stage', () => {
    const late = callback({ promise: promised(null, four - hour) });
    const at4 = remindedNow({ open: [point, late], snoozes: new Map(), rules, now: four });
    expect(at4.map((one) => one.callback.id)).toEqual([late.id, point.id]);
    expect(at4[1]?.key).toBe(`${point.id}|opening`);
    const after = remindedNow({ open: [point], snoozes: new Map(), rules, now: four + minute });
    expect(after[0]?.key).toBe(`${point.id}|overdue`);
  });
});
