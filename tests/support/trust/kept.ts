import { type Callback, CallbackSchema, isOpen } from '../../../lib/domain/callback.ts';
import { stagesOf } from '../../../lib/domain/due.ts';
import { dayRules, defaultSettings } from '../../../lib/domain/settings.ts';
import { badgeCounts, badgeLook } from '../../../lib/reminders/badge.ts';
import { announcementKey } from '../../../lib/reminders/notification-ids.ts';
import { nextMoment } from '../../../lib/reminders/plan.ts';
import { readSettings } from '../../../lib/settings/settings-store.ts';
import type { Screen } from '../browsers/screen.ts';

/** One stage that was announced, as it is recorded. */
export interface Announced {
  key: string;
  callbackId: string;
  at: number;
}

/** All that a profile keeps of promises, read from a page of Ringback. */
export interface Kept {
  /** Rows as they are stored, unchecked. */
  rows: (Record<string, unknown> & { id: string; open: 0 | 1 })[];
  announced: Announced[];
  snoozes: { callbackId: string; until: number }[];
  alarms: { name: string; scheduledTime: number; periodInMinutes?: number }[];
  badge: { text: string; title: string; colour: string };
  /** What was set in Options, unchecked; nothing where nothing was. */
  settings: unknown;
  /** The browser's zone, and its clock at the reading. */
  zone: string;
  now: number;
}

interface ExtensionApi {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
  alarms: { getAll(): Promise<Kept['alarms']> };
  action: {
    getBadgeText(details: object): Promise<string>;
    getTitle(details: object): Promise<string>;
    getBadgeBackgroundColor(details: object): Promise<number[]>;
  };
}

declare const chrome: ExtensionApi;

/** Reads it. The database exists already: Ringback has been started. */
export function readKept(page: Screen): Promise<Kept> {
  return page.run(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answered(indexedDB.open('ringback'));
    const transaction = database.transaction(['callbacks', 'announcements', 'snoozes']);
    const all = (store: string) => answered(transaction.objectStore(store).getAll());
    const [rows, announced, snoozes] = await Promise.all([
      all('callbacks'),
      all('announcements'),
      all('snoozes'),
    ]);
    database.close();
    const [{ settings }, alarms, text, title, [red = 0, green = 0, blue = 0]] = await Promise.all([
      chrome.storage.local.get('settings'),
      chrome.alarms.getAll(),
      chrome.action.getBadgeText({}),
      chrome.action.getTitle({}),
      chrome.action.getBadgeBackgroundColor({}),
    ]);
    const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    return {
      rows,
      announced,
      snoozes,
      settings,
      alarms,
      badge: { text, title, colour },
      zone,
      now: Date.now(),
    };
  });
}

/** The rows that are entries, and what is wrong with those that are none. */
export function entriesOf({ rows }: Pick<Kept, 'rows'>): { entries: Callback[]; broken: string[] } {
  const entries: Callback[] = [];
  const broken: string[] = [];
  for (const row of rows) {
    const read = CallbackSchema.safeParse(row);
    if (read.success) entries.push(read.data);
    else broken.push(`row ${row.id} is no entry: ${read.error.message}`);
    if (read.success && isOpen(read.data) !== (row.open === 1)) broken.push(`row ${row.id} is filed wrongly`);
  }
  return { entries, broken };
}

/**
 * What is not yet, or no longer, as it must be: badge, alarms and stage records against the rows themselves, by
 * the rules' own arithmetic. Empty where all is well.
 *
 * @param before an earlier reading: what was announced then stays announced, and was not announced again
 */
export function reminderProblems(kept: Kept, before: Pick<Kept, 'announced'> | null = null): string[] {
  const { entries, broken } = entriesOf(kept);
  const open = entries.filter(isOpen);
  const rules = dayRules(readSettings(kept.settings, defaultSettings('US')), kept.zone);
  return [
    ...broken,
    ...badgeProblems(kept, badgeLook(badgeCounts(open, rules, kept.now)), open.length),
    ...alarmProblems(kept, nextMoment(open, snoozesOf(kept), rules, kept.now)),
    ...stageProblems(kept, open, rules),
    ...(before ? repeats(kept, before) : []),
  ];
}

const snoozesOf = ({ snoozes }: Kept) => new Map(snoozes.map(({ callbackId, until }) => [callbackId, until]));

function badgeProblems({ badge }: Kept, look: ReturnType<typeof badgeLook>, open: number): string[] {
  const problems: string[] = [];
  if (badge.text !== look.text) problems.push(`the badge says "${badge.text}", not "${look.text}"`);
  if (open > 0 && badge.colour !== look.background) problems.push(`the badge is ${badge.colour}`);
  // "99+" could be anything: the tooltip has the number.
  if (open > 0 && !badge.title.includes(`: ${open} open`)) problems.push(`the tooltip says ${badge.title}`);
  return problems;
}

function alarmProblems({ alarms, now }: Kept, next: number | null): string[] {
  const due = alarms.find(({ name }) => name === 'due');
  const sweep = alarms.find(({ name }) => name === 'sweep');
  const problems: string[] = [];
  if (!sweep?.periodInMinutes) problems.push('no alarm sweeps');
  if (!due) problems.push('no alarm is set');
  // Browsers ring no sooner than half a minute ahead.
  const latest = next === null ? Number.POSITIVE_INFINITY : Math.max(next, now + 31_000);
  if (due && due.scheduledTime > latest) {
    problems.push(`the alarm is ${Math.round((due.scheduledTime - latest) / 1000)} s too late`);
  }
  return problems;
}

function stageProblems(
  { announced, snoozes, now }: Kept,
  open: Callback[],
  rules: ReturnType<typeof dayRules>,
) {
  const keys = new Set(announced.map(({ key }) => key));
  const snoozed = new Set(snoozes.map(({ callbackId }) => callbackId));
  return open.flatMap((entry) =>
    stagesOf(entry, rules)
      .filter(
        ({ at, name }) => at <= now && !snoozed.has(entry.id) && !keys.has(announcementKey(entry, name)),
      )
      .map(({ name }) => `${entry.callerName}: "${name}" was not announced`),
  );
}

function repeats({ announced, rows }: Kept, before: Pick<Kept, 'announced'>): string[] {
  const at = new Map(announced.map((one) => [one.key, one.at]));
  const there = new Set(rows.map(({ id }) => id));
  return before.announced
    .filter(({ callbackId, key, at: first }) => there.has(callbackId) && at.get(key) !== first)
    .map(({ key, at: first }) => `${key}: announced at ${first}, now ${at.get(key) ?? 'no record'}`);
}
