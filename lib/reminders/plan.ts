import type { Callback } from '../domain/callback.ts';
import { type DayRules, type Stage, type StageName, stagesOf } from '../domain/due.ts';
import { announcementKey } from './notification-ids.ts';

/** More reminders than this at once are told together. */
const singlesAtMost = 3;
/** A reminder shown this much after it could have been was slept through, not merely late. */
const sleptAfter = 2 * 60_000;
/** Reminders falling this close together are one crowd. */
const crowdWithin = 60_000;

/** One reminder to show. */
export interface Reminder {
  /** Its announcement key. */
  id: string;
  callback: Callback;
  /** The latest stage that has come; 'snoozed' where a moved reminder has none. */
  stage: StageName | 'snoozed';
}

export interface ReminderPlan {
  /** Shown one by one. */
  singles: Reminder[];
  /** Shown as one. */
  digest: Reminder[];
  /** Announcements made by these, with those of earlier stages they stand for; keyed as recorded. */
  record: { key: string; callbackId: string }[];
  /** Snoozes that are over, or whose callback is closed or gone. */
  spentSnoozes: string[];
}

export interface PlanInput {
  /** The open callbacks. */
  open: readonly Callback[];
  /** Keys of the announcements made so far. */
  announced: ReadonlySet<string>;
  /** Callback id → the moment its reminders were moved to, epoch ms. */
  snoozes: ReadonlyMap<string, number>;
  rules: DayRules;
  now: number;
  /** When reminders were last looked after, epoch ms; null where they never were. */
  lastSeen: number | null;
  /** Names the promise of an entry in its announcements' keys. */
  nameOf?: (callback: Callback) => string;
}

interface Due {
  reminder: Reminder;
  keys: string[];
  slept: boolean;
}

/**
 * What to announce at `now`. Of several stages that have come, an entry gets only the latest, and all are
 * recorded. A crowd, and whatever was slept through, is told together.
 */
export function planReminders(input: PlanInput): ReminderPlan {
  const { open, now } = input;
  const dueBy = (moment: number) => open.flatMap((callback) => dueOf(callback, input, moment) ?? []);
  const dueNow = dueBy(now);
  // A minute's crowd comes as one digest, not as three reminders and then a digest every few seconds.
  const soon = dueNow.length > 0 ? dueBy(now + crowdWithin) : [];
  const crowd = soon.length > singlesAtMost;
  const due = crowd ? soon : dueNow;
  const [slept, awake] = [due.filter((one) => one.slept), due.filter((one) => !one.slept)];
  return {
    singles: crowd ? [] : awake.map(({ reminder }) => reminder),
    digest: (crowd ? due : slept).map(({ reminder }) => reminder),
    record: due.flatMap(({ keys, reminder }) =>
      keys.map((key) => ({ key, callbackId: reminder.callback.id })),
    ),
    spentSnoozes: spentSnoozes(input),
  };
}

function dueOf(callback: Callback, input: PlanInput, moment: number): Due | null {
  const { announced, snoozes, rules, now, lastSeen, nameOf } = input;
  const snoozedUntil = snoozes.get(callback.id);
  if (snoozedUntil !== undefined && snoozedUntil > moment) return null;
  const stages = stagesOf(callback, rules);
  const passed = stages.filter(({ at }) => at <= moment);
  const keyOf = (stage: Stage) => announcementKey(callback, stage.name, nameOf);
  const news = passed.filter((stage) => !announced.has(keyOf(stage)));
  const latest = passed.at(-1);
  const isNews = latest !== undefined && news.includes(latest);
  // A promise moved further on while its reminder was snoozed will be reminded of by its own stages.
  const snoozeOver = snoozedUntil !== undefined && (latest !== undefined || stages.length === 0);
  const snoozeKey = announcementKey(callback, `snoozed ${snoozedUntil ?? 0}`, nameOf);
  if (!isNews && !(snoozeOver && !announced.has(snoozeKey))) return null;
  const showable = Math.max(isNews ? latest.at : 0, snoozedUntil ?? 0, callback.updatedAt);
  return {
    reminder: {
      id: isNews ? keyOf(latest) : snoozeKey,
      callback,
      stage: latest?.name ?? 'snoozed',
    },
    keys: [...news.map(keyOf), ...(snoozedUntil === undefined ? [] : [snoozeKey])],
    // Had anybody looked since it could be shown, it would have been: nobody did, so the browser was away.
    slept: now - showable > sleptAfter && showable > (lastSeen ?? Number.NEGATIVE_INFINITY),
  };
}

function spentSnoozes({ open, snoozes, now }: PlanInput): string[] {
  const ids = new Set(open.map(({ id }) => id));
  return [...snoozes].filter(([id, until]) => until <= now || !ids.has(id)).map(([id]) => id);
}

/** The next moment after `now` at which a reminder or a colour may change, epoch ms; null where there is none. */
export function nextMoment(
  open: readonly Callback[],
  snoozes: ReadonlyMap<string, number>,
  rules: DayRules,
  now: number,
): number | null {
  const moments = open.flatMap((callback) => stagesOf(callback, rules).map(({ at }) => at));
  let next: number | null = null;
  for (const moment of [...moments, ...snoozes.values()]) {
    if (moment > now && (next === null || moment < next)) next = moment;
  }
  return next;
}
