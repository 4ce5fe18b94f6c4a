import type { ClosedDay } from '../domain/close-day.ts';
import type { Announcement, ReviewOffer, RingbackDatabase, Snooze } from './schema.ts';

export type { Announcement, ReviewOffer, Snooze } from './schema.ts';
export type RemindersRepository = ReturnType<typeof createRemindersRepository>;

/** What was announced, what was snoozed, and which days were reviewed. */
export function createRemindersRepository(db: RingbackDatabase) {
  return {
    /** The announcements of these callbacks: what need not be said again. */
    async announced(callbackIds: readonly string[]): Promise<Announcement[]> {
      return db.announcements
        .where('callbackId')
        .anyOf([...callbackIds])
        .toArray();
    },
    async recordAnnouncements(announcements: readonly Announcement[]): Promise<void> {
      await db.transaction('rw', db.announcements, () => db.announcements.bulkPut([...announcements]));
    },
    /** Drops announcements of callbacks that are no longer there, older than `before` (epoch ms). */
    async forgetAnnouncements(callbackIds: readonly string[]): Promise<void> {
      await db.announcements
        .where('callbackId')
        .anyOf([...callbackIds])
        .delete();
    },
    async snoozes(): Promise<Snooze[]> {
      return db.snoozes.toArray();
    },
    /** Moves the reminders of a callback to `until` (epoch ms); the promise stays. */
    async snooze(callbackId: string, until: number): Promise<void> {
      await db.snoozes.put({ callbackId, until });
    },
    async endSnoozes(callbackIds: readonly string[]): Promise<void> {
      await db.snoozes.bulkDelete([...callbackIds]);
    },
    /** The record of a day's review, null where that day was not closed. @param day 'YYYY-MM-DD' */
    async closedDay(day: string): Promise<ClosedDay | null> {
      return (await db.closedDays.get(day)) ?? null;
    },
    async closeDay(record: ClosedDay): Promise<void> {
      await db.closedDays.put(record);
    },
    /** When the review of that day came by itself, null where it did not. */
    async reviewOffer(day: string): Promise<ReviewOffer | null> {
      return (await db.reviewOffers.get(day)) ?? null;
    },
    /** The last day whose review was closed, null on a new install. By its key: it is known while locked, too. */
    async lastClosedDay(): Promise<{ day: string } | null> {
      const [day] = await db.closedDays.orderBy('day').reverse().limit(1).primaryKeys();
      return day === undefined ? null : { day };
    },
    /** The records of days closed, the latest first, at most `limit`. */
    async closedDays(limit: number): Promise<ClosedDay[]> {
      return db.closedDays.orderBy('day').reverse().limit(limit).toArray();
    },
    async recordReviewOffer(offer: ReviewOffer): Promise<void> {
      await db.reviewOffers.put(offer);
    },
  };
}
