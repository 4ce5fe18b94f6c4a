import type { Callback } from '../domain/callback.ts';
import { type DayRules, endOfDay } from '../domain/due.ts';
import { nextFocusBlock } from '../domain/focus-blocks.ts';
import { concerns } from '../domain/ownership.ts';
import { dayRules, type Settings } from '../domain/settings.ts';
import { type BadgeCounts, badgeCounts, enoughForFace, isFaceCertain } from './badge.ts';
import { digestFacts, reminderFacts } from './facts.ts';
import { offerFocus } from './focus.ts';
import { digestId, notificationSubject } from './notification-ids.ts';
import { nextMoment, planReminders, type ReminderPlan } from './plan.ts';
import { applyRetention, type RetentionDeps } from './retention.ts';
import { offerReviews, type ReviewDeps } from './review.ts';
import { nextReviewAt } from './review-times.ts';
import type { ReminderTexts } from './texts.ts';

/** A review held back is tried again this much later. */
const retryReviewAfter = 60_000;

/** What is left of the day's tidying is gone on with this much later. */
const goOnAfter = 60_000;

/** A look that was stopped in the middle is taken again this much later: the shortest an alarm may take. */
const lookAgainAfter = 30_000;

/** One that failed: a storage that refuses is not to keep the background awake. */
const tryAgainAfter = 60_000;

/** The part of the reminders' repository (lib/db) that is used here. */
interface AnnouncementLog {
  announced(callbackIds: readonly string[]): Promise<{ key: string }[]>;
  recordAnnouncements(made: readonly { key: string; callbackId: string; at: number }[]): Promise<void>;
  snoozes(): Promise<{ callbackId: string; until: number }[]>;
  endSnoozes(callbackIds: readonly string[]): Promise<void>;
}

export interface ReconcileDeps extends Omit<ReviewDeps, 'log'> {
  now(): number;
  /** The agent's IANA time zone. */
  zone(): string;
  settings(): Promise<Settings>;
  /** The first so many open callbacks; none where there are fewer. */
  firstOpen(count: number): Promise<Callback[]>;
  /** The open callbacks, and what names the promise of each in its announcements. */
  openCallbacks(): Promise<{ open: Callback[]; nameOf: (callback: Callback) => string }>;
  log: AnnouncementLog & ReviewDeps['log'];
  /** When the last look was taken, kept across restarts of the browser. */
  lastSeen: { get(): Promise<number | null>; set(at: number): Promise<void> };
  badge: {
    show(counts: BadgeCounts): Promise<void>;
    /** Text and colour alone. */
    showFace(counts: BadgeCounts): Promise<void>;
  };
  alarms: {
    /** Wake at this moment, and again every few minutes whatever happens. */
    wakeAt(when: number): Promise<void>;
    keepSweeping(): Promise<void>;
  };
  retention: RetentionDeps;
  texts: ReminderTexts;
}

/**
 * Brings badge, alarm, reminders and review to what the database says now. Everything is derived anew each
 * time, so that it does not matter what woke it, how often, or what was lost before. Calls during a run are
 * answered by one more run, those before it has read anything by that run itself: a start and what it was for come
 * together.
 */
export function createReconciler(deps: ReconcileDeps): () => Promise<void> {
  let running: Promise<void> | null = null;
  let hasRead = false;
  let queued: Promise<void> | null = null;

  return function reconcile(): Promise<void> {
    if (!running) {
      hasRead = false;
      running = lookOrTryAgain(deps, () => {
        hasRead = true;
      }).finally(() => {
        running = null;
      });
      return running;
    }
    if (!hasRead) return running;
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = null;
        return reconcile();
      });
    return queued;
  };
}

async function lookOrTryAgain(deps: ReconcileDeps, onRead: () => void): Promise<void> {
  try {
    await look(deps, onRead);
  } catch (error) {
    await deps.alarms.wakeAt(deps.now() + tryAgainAfter);
    throw error;
  }
}

/** @param onRead called right before anything is read that may change */
async function look(deps: ReconcileDeps, onRead: () => void): Promise<void> {
  // First, and until all is done: the browser may stop the background at any line below, and the alarm that
  // woke it is spent.
  await deps.alarms.wakeAt(deps.now() + lookAgainAfter);
  await deps.alarms.keepSweeping();
  onRead();
  const [now, zone] = [deps.now(), deps.zone()];
  const settings = await deps.settings();
  const rules = dayRules(settings, zone);
  await showFace(deps, settings, rules, now);
  const { open: all, nameOf } = await deps.openCallbacks();
  // Colleagues are reminded of theirs where they sit; what they are late with stands in the team's review.
  const open = all.filter((callback) => concerns(callback, settings.memberId));
  // The badge carries every reminder by itself: it is right before any notification is tried.
  await deps.badge.show(badgeCounts(open, rules, now));

  const { log } = deps;
  const snoozes = new Map((await log.snoozes()).map(({ callbackId, until }) => [callbackId, until]));
  const announced = new Set((await log.announced(open.map(({ id }) => id))).map(({ key }) => key));
  const lastSeen = await deps.lastSeen.get();
  const plan = planReminders({ open, announced, snoozes, rules, now, lastSeen, nameOf });
  const reviewAt = nextReviewAt(settings, zone, now);
  const focusAt = nextFocusBlock(now, settings.focusBlocks, rules)?.from ?? null;
  const moments = [nextMoment(open, snoozes, rules, now), reviewAt, focusAt, endOfDay(now, zone)];
  const next = Math.min(...moments.filter((moment) => moment !== null));

  await announce(deps, plan, rules, settings.hideNamesInNotifications, now);
  await log.recordAnnouncements(plan.record.map((made) => ({ ...made, at: now })));
  await log.endSnoozes(plan.spentSnoozes);
  await clearOutdated(deps, open, plan);

  await offerFocus(deps, { now, rules, blocks: settings.focusBlocks, open });
  const heldBack = await offerReviews(deps, { now, zone, settings, open });
  await deps.lastSeen.set(now);
  await deps.alarms.wakeAt(heldBack ? Math.min(next, now + retryReviewAfter) : next);

  // Last: what it does waits, and a promise does not.
  const tidy = await applyRetention(deps.retention, { now, zone, settings });
  if (!tidy) await deps.alarms.wakeAt(Math.min(next, now + goOnAfter));
}

/**
 * Of a long list the first entries may tell what the badge says whatever the others are, and to read a thousand takes
 * longer than all the rest of a start.
 */
async function showFace(
  { firstOpen, badge }: ReconcileDeps,
  settings: Settings,
  rules: DayRules,
  now: number,
): Promise<void> {
  const first = await firstOpen(enoughForFace);
  const mine = first.filter((callback) => concerns(callback, settings.memberId));
  const known = badgeCounts(mine, rules, now);
  if (isFaceCertain(known)) await badge.showFace(known);
}

/**
 * Shown first, recorded after: a crash in between repeats a reminder under the same id rather than losing it.
 * One the browser refuses to show counts as made, too. Badge and panel carry it, and asking again every few
 * minutes would end in a storm on the day notifications are allowed again.
 */
async function announce(
  { notifications, texts, zone }: ReconcileDeps,
  plan: ReminderPlan,
  rules: DayRules,
  hideNames: boolean,
  now: number,
): Promise<void> {
  const buttons = [texts.callNow, texts.snooze];
  const singles = plan.singles.map((reminder) => {
    const text = texts.reminder(reminderFacts(reminder, rules, hideNames), now, zone());
    return notifications.show(reminder.id, { ...text, buttons });
  });
  const digest =
    plan.digest.length > 0
      ? [notifications.show(digestId, texts.digest(digestFacts(plan.digest, rules, now, hideNames)))]
      : [];
  await Promise.allSettled([...singles, ...digest]);
}

/**
 * Takes away notifications of callbacks that are closed or gone, and those a later one stands for. A browser in
 * which they are switched off has none, and says so with an error: nothing else is to wait for that.
 */
async function clearOutdated(
  { notifications }: ReconcileDeps,
  open: readonly Callback[],
  plan: ReminderPlan,
): Promise<void> {
  const openIds = new Set(open.map(({ id }) => id));
  const renewed = new Map(plan.singles.map(({ id, callback }) => [callback.id, id]));
  for (const id of await notifications.shown().catch(() => [])) {
    const subject = notificationSubject(id);
    if (subject?.type !== 'callback') continue;
    const later = renewed.get(subject.callbackId);
    if (!openIds.has(subject.callbackId) || (later !== undefined && later !== id))
      await notifications.clear(id);
  }
}
