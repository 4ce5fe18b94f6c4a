import { openDatabaseWithPrivacy } from '../db/open-with-privacy.ts';
import { type Callback, type CallbackPromise, CallbackSchema } from '../domain/callback.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { noKeys } from '../lock/keyring.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import type { BadgeCounts } from './badge.ts';
import { createBusyMarks } from './busy.ts';
import { createReconciler, type ReconcileDeps } from './reconcile.ts';
import type { DigestFacts, NotificationText, ReminderTexts } from './texts.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const zone = 'Europe/London';

/** Epoch ms of a time on the wall in the tests' zone. @param wall such as '2026-06-10T14:00' */
export function at(wall: string, inZone = zone): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(inZone).epochMilliseconds;
}

/** An open callback, for tests. */
export function callback(change: Partial<Callback> = {}): Callback {
  const createdAt = change.createdAt ?? at('2026-06-10T09:00');
  return CallbackSchema.parse({
    id: crypto.randomUUID(),
    callerName: 'Dana Lee',
    phone: { e164: '+14155550132', asShown: '(415) 555-0132', extension: null },
    alternatePhones: [],
    reference: '',
    reason: 'Boiler leaks',
    reasonConfirmed: true,
    kind: 'promised',
    happenedAt: createdAt,
    promise: null,
    owner: null,
    status: 'needs call',
    notes: '',
    source: null,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    attempts: [],
    history: [],
    ...change,
  });
}

export function promised(from: number | null, until: number | null): CallbackPromise {
  return { from, until, zone, words: '' };
}

/** Words that show which facts they were made from. */
const texts: ReminderTexts = {
  badge: ({ open, overdue, today }) => `${open} open, ${overdue} overdue, ${today} today`,
  reminder: ({ stage, name, number, reason }) => ({
    title: `${stage}: ${name ?? number ?? 'a caller'}`,
    message: reason ?? '',
  }),
  digest: ({ count, overdue, longestLate, names }: DigestFacts) => ({
    title: `${count} due, ${overdue} overdue by up to ${longestLate / minute} min`,
    message: names.join(', '),
  }),
  review: (open) => ({ title: `review: ${open} open`, message: '' }),
  missedReview: ({ day, stillOpen }) => ({ title: `missed ${day}: ${stillOpen} open`, message: '' }),
  focus: (waiting) => ({ title: `focus: ${waiting} waiting`, message: '' }),
  callNow: 'Call now',
  snooze: 'Snooze',
};

/**
 * A browser, a clock and a real database (fake-indexeddb) for tests of the reconciler.
 * @param database another than an empty one that is never sealed
 */
export function createWorld(
  start: number,
  database = openDatabaseWithPrivacy(noKeys, `test-${crypto.randomUUID()}`),
) {
  const session = createMemoryStorage();
  const world = {
    now: start,
    zone,
    // Quiet periods off, so that each suite sees the alarms it is about.
    settings: {
      ...defaultSettings('GB'),
      workingHours: everyDay,
      focusBlocks: { startsAt: [], minutes: 20 },
    } as Settings,
    database,
    busy: createBusyMarks(session, (): number => world.now),
    badge: null as BadgeCounts | null,
    /** What text and colour were shown of, before the whole list was read. */
    face: null as BadgeCounts | null,
    /** Every notification shown, in order. */
    told: [] as (NotificationText & { id: string })[],
    /** Those not cleared since. */
    shown: new Set<string>(),
    alarm: null as number | null,
    /** An alarm fires no sooner than this much from now, as browsers have it; ms. */
    soonestAlarm: 0,
    sweeping: false,
    reviewWindows: 0,
    lastSeen: null as number | null,
    tidiedOn: null as string | null,
    /** The browser refuses notifications. */
    refuses: false,
    reconcile: () => Promise.resolve(),
    titles: (): string[] => world.told.map(({ title }) => title),
    /** A new start of the background. @param change what differs this time */
    restart(change: Partial<ReconcileDeps> = {}) {
      world.reconcile = createReconciler({ ...deps, ...change });
    },
    /** The browser was shut until `when`: alarms and notifications did not survive. */
    async openAgain(when: number) {
      world.now = when;
      world.alarm = null;
      world.shown.clear();
      world.restart();
      await world.reconcile();
    },
    /** Lets the clock run to `until`, firing the alarm whenever it is due. */
    async runTo(until: number) {
      while (world.alarm !== null && world.alarm <= until) {
        world.now = Math.max(world.now, world.alarm);
        world.alarm = null;
        await world.reconcile();
      }
      world.now = until;
    },
    async add(...entries: Callback[]) {
      await database.callbacks.add(entries);
      await world.reconcile();
    },
  };
  const deps: ReconcileDeps = {
    now: () => world.now,
    zone: () => world.zone,
    settings: async () => world.settings,
    firstOpen: database.firstOpen,
    openCallbacks: database.openForReminders,
    log: database.reminders,
    lastSeen: {
      get: async () => world.lastSeen,
      set: async (seen) => {
        world.lastSeen = seen;
      },
    },
    badge: {
      show: async (counts) => {
        world.badge = counts;
      },
      showFace: async (counts) => {
        world.face = counts;
      },
    },
    alarms: {
      wakeAt: async (when) => {
        world.alarm = Math.max(when, world.now + world.soonestAlarm);
      },
      keepSweeping: async () => {
        world.sweeping = true;
      },
    },
    notifications: {
      async show(id, { title, message }) {
        if (world.refuses) throw new Error('refused');
        world.told.push({ id, title, message });
        world.shown.add(id);
      },
      clear: async (id) => {
        world.shown.delete(id);
      },
      async shown() {
        // So does Chromium where Ringback's notifications are switched off.
        if (world.refuses) throw new Error('Unknown error.');
        return [...world.shown];
      },
    },
    openReview: async () => {
      world.reviewWindows += 1;
    },
    isBusy: world.busy.isBusy,
    retention: {
      privacy: database.privacy,
      isLocked: database.isLocked,
      dropStaleRequests: async () => {},
      lastDone: {
        get: async () => world.tidiedOn,
        set: async (day) => {
          world.tidiedOn = day;
        },
      },
    },
    texts,
  };
  world.restart();
  return world;
}

/** Days off only where a test wants some. */
const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], startsAt: '09:00', endsAt: '18:00', holidays: [] };
