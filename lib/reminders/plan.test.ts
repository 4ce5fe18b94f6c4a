import { describe, expect, it } from 'vitest';
import type { Callback } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import { dayRules, defaultSettings } from '../domain/settings.ts';
import { at, callback, minute, promised, zone } from './fake-world.ts';
import { announcementKey } from './notification-ids.ts';
import { nextMoment, type PlanInput, planReminders } from './plan.ts';

const rules: DayRules = dayRules(defaultSettings('GB'), zone);
const four = at('2026-06-10T16:00');

function plan(open: Callback[], now: number, change: Partial<PlanInput> = {}) {
  const awake = { announced: new Set<string>(), snoozes: new Map<string, number>(), lastSeen: now - minute };
  return planReminders({ open, rules, now, ...awake, ...change });
}

const stagesShown = (made: ReturnType<typeof planReminders>) => made.singles.map(({ stage }) => stage);

describe('what is announced at a moment', () => {
  const point = callback({ promise: promised(four, four) });
  const deadline = callback({ promise: promised(null, four) });
  const missed = callback({ kind: 'missed call', happenedAt: four });
  const dropped = callback({ kind: 'disconnected', happenedAt: four });
  const untimed = callback();
  const closed = callback({ promise: promised(four, four), status: 'completed', closedAt: four });

  it.each<[string, Callback, number, string[]]>([
    ['a minute before the lead: nothing', point, four - 11 * minute, []],
    ['at the lead', point, four - 10 * minute, ['lead']],
    ['a moment after the lead', point, four - 10 * minute + 20_000, ['lead']],
    ['at the time itself: the opening', point, four, ['opening']],
    ['a point in time is late a minute on', point, four + minute, ['overdue']],
    ['"before 4" has its lead', deadline, four - 10 * minute, ['lead']],
    ['"before 4" is late at 4', deadline, four, ['overdue']],
    ['a missed call at once', missed, four, ['at once']],
    ['a missed call whose clock ran out', missed, four + 5 * minute, ['overdue']],
    ['a dropped call at once', dropped, four, ['at once']],
    ['a dropped call a minute later', dropped, four + minute, ['overdue']],
    ['no time, nothing', untimed, four, []],
    ['closed, nothing', closed, four, []],
  ])('%s', (_what, entry, now, stages) => {
    expect(stagesShown(plan([entry], now, { lastSeen: now }))).toEqual(stages);
  });

  it('says the latest stage only and records all of them', () => {
    const made = plan([point], four + minute, { lastSeen: four + minute });
    expect(stagesShown(made)).toEqual(['overdue']);
    expect(made.record.map(({ key }) => key.split('|')[2])).toEqual(['lead', 'opening', 'overdue']);
  });

  it('says nothing twice', () => {
    const announced = new Set([announcementKey(point, 'lead')]);
    expect(plan([point], four - 5 * minute, { announced }).singles).toEqual([]);
  });

  it('says everything again for another promised time', () => {
    const announced = new Set([announcementKey(point, 'lead'), announcementKey(point, 'opening')]);
    const moved = { ...point, promise: promised(four + 60 * minute, four + 60 * minute) };
    expect(stagesShown(plan([moved], four + 50 * minute, { announced }))).toEqual(['lead']);
  });

  it('does not say an earlier stage after a later one', () => {
    const announced = new Set([announcementKey(point, 'opening')]);
    const made = plan([point], four + 20_000, { announced });
    expect(made.singles).toEqual([]);
  });

  it('does not announce a missed call again because the working hours changed', () => {
    const evening = callback({ kind: 'missed call', happenedAt: at('2026-06-10T17:58') });
    const announced = new Set([announcementKey(evening, 'at once')]);
    const later = { ...rules, workingHours: { ...rules.workingHours, endsAt: '20:00' } };
    const made = plan([evening], at('2026-06-10T17:59'), { announced, rules: later });
    expect(made.singles).toEqual([]);
  });
});

describe('several at once', () => {
  const due = (count: number, from = four) =>
    Array.from({ length: count }, () => callback({ promise: promised(from, from) }));

  it('shows up to three one by one', () => {
    const made = plan(due(3), four);
    expect(made.singles).toHaveLength(3);
    expect(made.digest).toEqual([]);
  });

  it('tells more than three together', () => {
    const made = plan(due(4), four);
    expect(made.singles).toEqual([]);
    expect(made.digest).toHaveLength(4);
  });

  it('tells a crowd spread over a minute together, and none of it again', () => {
    const crowd = Array.from({ length: 500 }, (_, i) => due(1, four + i * 100)).flat();
    const first = plan(crowd, four);
    expect(first.digest).toHaveLength(500);
    const announced = new Set(first.record.map(({ key }) => key));
    const second = plan(crowd, four + 55_000, { announced });
    expect([...second.singles, ...second.digest]).toEqual([]);
  });
});

describe('what was slept through', () => {
  const point = callback({ promise: promised(four, four) });

  it('comes as a digest, however few', () => {
    const made = plan([point], four + 60 * minute, { lastSeen: four - 60 * minute });
    expect(made.singles).toEqual([]);
    expect(made.digest.map(({ stage }) => stage)).toEqual(['overdue']);
  });

  it('leaves out what comes just now, which is told by itself', () => {
    const fresh = callback({ promise: promised(four + 60 * minute, four + 60 * minute) });
    const made = plan([point, fresh], four + 60 * minute, { lastSeen: four - 60 * minute });
    expect(made.digest.map((one) => one.callback.id)).toEqual([point.id]);
    expect(made.singles.map((one) => one.callback.id)).toEqual([fresh.id]);
  });

  it('is not what was written down late', () => {
    const now = four + 60 * minute;
    const noted = { ...point, createdAt: now - 1000, updatedAt: now - 1000 };
    expect(stagesShown(plan([noted], now, { lastSeen: four - 60 * minute }))).toEqual(['overdue']);
  });

  it('is not what a new lead time has made due', () => {
    const now = four - 30 * minute;
    const made = plan([point], now, { rules: { ...rules, leadMinutes: 60 }, lastSeen: now - minute });
    expect(stagesShown(made)).toEqual(['lead']);
  });

  it('is not taken for sleep when the clock was set back', () => {
    expect(stagesShown(plan([point], four, { lastSeen: four + 5 * 60 * minute }))).toEqual(['opening']);
  });
});

describe('a snoozed reminder', () => {
  const point = callback({ promise: promised(four, four) });
  const lead = announcementKey(point, 'lead');
  const until = four - minute;
  const snoozes = new Map([[point.id, until]]);
  const announced = new Set([lead]);

  it('waits, also when a stage comes', () => {
    expect(plan([point], four - 5 * minute, { snoozes, announced }).singles).toEqual([]);
    const long = new Map([[point.id, four + 30 * minute]]);
    expect(plan([point], four + 5 * minute, { snoozes: long, announced }).singles).toEqual([]);
  });

  it('comes again at its time, once', () => {
    const made = plan([point], until, { snoozes, announced });
    expect(stagesShown(made)).toEqual(['lead']);
    expect(made.spentSnoozes).toEqual([point.id]);
    const after = new Set([...announced, ...made.record.map(({ key }) => key)]);
    expect(plan([point], until, { snoozes, announced: after }).singles).toEqual([]);
  });

  it('says the stage that came meanwhile', () => {
    const long = new Map([[point.id, four + 30 * minute]]);
    const made = plan([point], four + 30 * minute, { snoozes: long, announced });
    expect(stagesShown(made)).toEqual(['overdue']);
  });

  it('is dropped when the promise was moved further on', () => {
    const moved = { ...point, promise: promised(four + 600 * minute, four + 600 * minute) };
    const made = plan([moved], until, { snoozes, announced });
    expect(made.singles).toEqual([]);
    expect(made.spentSnoozes).toEqual([point.id]);
  });

  it('comes for a callback without a time, too', () => {
    const untimed = callback();
    const made = plan([untimed], four, { snoozes: new Map([[untimed.id, four]]) });
    expect(stagesShown(made)).toEqual(['snoozed']);
  });

  it('goes with its callback', () => {
    expect(plan([], until - minute, { snoozes }).spentSnoozes).toEqual([point.id]);
  });
});

describe('the next moment', () => {
  it('is the earliest stage or end of a snooze still to come', () => {
    const point = callback({ promise: promised(four, four) });
    const later = callback({ promise: promised(null, four + 60 * minute) });
    expect(nextMoment([later, point], new Map(), rules, four - 60 * minute)).toBe(four - 10 * minute);
    expect(nextMoment([later, point], new Map(), rules, four)).toBe(four + minute);
    const snoozes = new Map([[point.id, four + 30_000]]);
    expect(nextMoment([later, point], snoozes, rules, four)).toBe(four + 30_000);
    expect(nextMoment([], new Map(), rules, four)).toBeNull();
  });
});
