import { describe, expect, test } from 'vitest';
import { at } from '../../../tests/support/unit/entries.ts';
import { breakdown, factsWithin, mondaysOf, type Period, periodStart } from './breakdown.ts';
import type { Fact } from './facts.ts';
import { figuresOf } from './figures.ts';

const minute = 60_000;
/** Wednesday of the third of three weeks: 23 February, 2 March, 9 March. */
const period: Period = { weeks: 3, now: at('2026-03-11T14:30'), zone: 'Europe/Berlin' };
const sam = { id: 'sam', name: 'Sam' };
const base = {
  kind: 'promised',
  owner: sam,
  at: at('2026-03-10T10:00'),
  hourAt: at('2026-03-10T10:00'),
} as const;

function promised(lateBy: number | 'kept' | 'uncalled', more: Partial<Fact> = {}): Fact {
  const kept = lateBy === 'kept';
  return {
    ...base,
    what: 'promise',
    kept,
    lateBy: typeof lateBy === 'number' ? lateBy * minute : null,
    ...more,
  } as Fact;
}
const reached = (calls: number, more: Partial<Fact> = {}): Fact =>
  ({ ...base, what: 'reached', calls, ...more }) as Fact;
const missed = (inTime: boolean, more: Partial<Fact> = {}): Fact =>
  ({ ...base, kind: 'missed call', what: 'missed call', inTime, ...more }) as Fact;

describe('figures worked out by hand', () => {
  test('of nothing are nothing, not nought', () => {
    expect(figuresOf([])).toEqual({
      kept: { count: 0, of: 0 },
      lateness: { median: null, p90: null, count: 0, uncalled: 0 },
      missed: { count: 0, of: 0 },
      reach: { mean: null, count: 0 },
    });
  });

  test('of ten promises: six kept, three called 5, 20 and 45 minutes late, one never', () => {
    const facts = [
      ...Array.from({ length: 6 }, () => promised('kept')),
      promised(45),
      promised(5),
      promised('uncalled'),
      promised(20),
    ];
    expect(figuresOf(facts)).toMatchObject({
      kept: { count: 6, of: 10 },
      lateness: { median: 20 * minute, p90: 45 * minute, count: 3, uncalled: 1 },
    });
  });

  test('of an even number the median lies in the middle of two', () => {
    const facts = [10, 30, 20, 60].map((late) => promised(late));
    expect(figuresOf(facts).lateness).toMatchObject({ median: 25 * minute, p90: 60 * minute });
  });

  test('of twenty the 90th percentile is the eighteenth', () => {
    const facts = Array.from({ length: 20 }, (_, place) => promised(place + 1));
    expect(figuresOf(facts).lateness).toMatchObject({ median: 10.5 * minute, p90: 18 * minute });
  });

  test('of one late call both are that one', () => {
    expect(figuresOf([promised(7)]).lateness).toMatchObject({ median: 7 * minute, p90: 7 * minute });
  });

  test('of missed calls and attempts', () => {
    const facts = [missed(true), missed(true), missed(false), reached(1), reached(1), reached(4)];
    expect(figuresOf(facts)).toMatchObject({
      missed: { count: 2, of: 3 },
      reach: { mean: 2, count: 3 },
    });
  });
});

describe('the period', () => {
  test('is whole weeks from Monday, the last the current one', () => {
    expect(mondaysOf(period)).toEqual(['2026-02-23', '2026-03-02', '2026-03-09']);
    expect(periodStart(period)).toBe(at('2026-02-23T00:00'));
  });

  test('leaves out what was decided before it and what is yet to come', () => {
    const facts = ['2026-02-22T23:59', '2026-02-23T00:00', '2026-03-11T14:30', '2026-03-11T14:31'].map(
      (local) => promised('kept', { at: at(local) }),
    );
    expect(factsWithin(facts, period)).toEqual(facts.slice(1, 3));
  });

  test('on a Sunday night still belongs to the week that ends', () => {
    expect(mondaysOf({ ...period, weeks: 1, now: at('2026-03-15T23:59') })).toEqual(['2026-03-09']);
    expect(mondaysOf({ ...period, weeks: 1, now: at('2026-03-16T00:00') })).toEqual(['2026-03-16']);
  });
});

describe('the breakdown', () => {
  const monday = (row: ReturnType<typeof breakdown>[number]) => row.key.by === 'week' && row.key.monday;

  test('by week has every week, also an empty one', () => {
    const facts = [
      promised('kept', { at: at('2026-02-24T10:00') }),
      promised(5, { at: at('2026-03-09T00:00') }),
      promised('kept', { at: at('2026-03-10T10:00') }),
    ];
    const rows = breakdown(facts, 'week', period);
    expect(rows.map((row) => [monday(row), row.figures.kept])).toEqual([
      ['2026-02-23', { count: 1, of: 1 }],
      ['2026-03-02', { count: 0, of: 0 }],
      ['2026-03-09', { count: 1, of: 2 }],
    ]);
  });

  test('by kind stands in the order of the kinds, only those there are', () => {
    const rows = breakdown([promised('kept'), missed(true)], 'kind', period);
    expect(rows.map(({ key, figures }) => [key, figures.kept.of, figures.missed.of])).toEqual([
      [{ by: 'kind', kind: 'missed call' }, 0, 1],
      [{ by: 'kind', kind: 'promised' }, 1, 0],
    ]);
  });

  test('by hour is the hour in the agent’s zone, without gaps between the first and the last', () => {
    const facts = [
      promised('kept', { hourAt: Date.parse('2026-03-10T08:30:00Z') }),
      missed(true, { hourAt: Date.parse('2026-03-10T10:00:00Z') }),
    ];
    expect(breakdown(facts, 'hour', period).map(({ key }) => key)).toEqual([
      { by: 'hour', hour: 9 },
      { by: 'hour', hour: 10 },
      { by: 'hour', hour: 11 },
    ]);
    expect(breakdown([], 'hour', period)).toEqual([]);
  });

  test('by owner stands by name, nobody last, whatever their figures are', () => {
    const by = (name: string | null, late: number | 'kept') =>
      promised(late, { owner: name === null ? null : { id: name, name } });
    const facts = [by(null, 'kept'), by('Zoe', 'kept'), by('Ana', 90), by('Zoe', 'kept')];
    expect(breakdown(facts, 'owner', period).map(({ key, figures }) => [key, figures.kept])).toEqual([
      [
        { by: 'owner', name: 'Ana' },
        { count: 0, of: 1 },
      ],
      [
        { by: 'owner', name: 'Zoe' },
        { count: 2, of: 2 },
      ],
      [
        { by: 'owner', name: null },
        { count: 1, of: 1 },
      ],
    ]);
  });
});
