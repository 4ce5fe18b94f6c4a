import * as z from 'zod/mini';
import { onMessage, sendMessage } from '../platform/messages.ts';

const idOfBrowser = z.int().check(z.gte(0));

/** Everything a page of ours may ask of the background. */
export const BackgroundMessageSchema = z.discriminatedUnion('type', [
  /** A callback was written: badge, alarm and reminders are to be looked at again. */
  z.strictObject({ type: z.literal('callbacks-changed') }),
  z.strictObject({ type: z.literal('settings-changed') }),
  /** A team was joined or left, or its key or rules were changed. */
  z.strictObject({ type: z.literal('team-changed') }),
  /** The list was locked or unlocked, or its passcode set or taken away. */
  z.strictObject({ type: z.literal('lock-changed') }),
  /**
   * Read this tab and hand what was found to the window's panel. From the pop-up, which has opened the panel
   * itself just before (that needs its click) and is closed by it.
   */
  z.strictObject({ type: z.literal('capture-tab'), tabId: idOfBrowser, windowId: idOfBrowser }),
  /** Move the reminder of a callback, never its promise. */
  z.strictObject({
    type: z.literal('snooze'),
    callbackId: z.uuid(),
    minutes: z.int().check(z.gte(1), z.lte(1_440)),
  }),
  /** A page shows the list of a team: the connection is to be there. */
  z.strictObject({ type: z.literal('team-look') }),
  /** The agent is on the phone with the caller of that entry, or with nobody any more: the team is told. */
  z.strictObject({ type: z.literal('calling'), callbackId: z.nullable(z.uuid()) }),
  /** The review of that day was closed. */
  z.strictObject({ type: z.literal('review-closed'), day: z.iso.date() }),
]);
export type BackgroundMessage = z.infer<typeof BackgroundMessageSchema>;

/** The browser may stop the background over a message; a new one is started for each of these. */
const sentAtMost = 3;

/**
 * Tells the background; resolves once it is done, with false where it refused or is not there. Sent anew where
 * nobody answered: every message may be heard twice. Nothing is lost even so: the background looks at
 * everything again by itself within minutes.
 */
export async function sendToBackground(message: BackgroundMessage): Promise<boolean> {
  for (let sent = 0; sent < sentAtMost; sent += 1) {
    try {
      return (await sendMessage(message)) === true;
    } catch {
      // Nobody answered.
    }
  }
  return false;
}

/** Registers synchronously. What is no message of ours, or comes from anywhere but our own pages, is refused. */
export function onBackgroundMessage(handler: (message: BackgroundMessage) => Promise<void>): void {
  onMessage(async (raw) => {
    const message = BackgroundMessageSchema.safeParse(raw);
    if (!message.success) return false;
    await handler(message.data);
    return true;
  });
}
