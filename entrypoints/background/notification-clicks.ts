import type { RemindersRepository } from '../../lib/db/reminders-repository.ts';
import { type NewPanelRequest, postPanelRequest } from '../../lib/messaging/panel-requests.ts';
import { clearNotification } from '../../lib/platform/notifications.ts';
import { isPanelOpen, openPanel } from '../../lib/platform/panel.ts';
import { openOwnPage } from '../../lib/platform/tabs.ts';
import { focusWindow, lastWindowId, openReviewWindow } from '../../lib/platform/windows.ts';
import { notificationSubject } from '../../lib/reminders/notification-ids.ts';

const snoozeMinutes = 10;
const minute = 60_000;

type Ask = NewPanelRequest extends infer R
  ? R extends { windowId: number }
    ? Omit<R, 'windowId'>
    : never
  : never;

/** What a click on a notification or one of its buttons does. */
export function createNotificationClicks(
  reminders: Pick<RemindersRepository, 'snooze'>,
  reconcile: () => Promise<void>,
) {
  async function snooze(callbackId: string, minutes: number): Promise<void> {
    await reminders.snooze(callbackId, Date.now() + minutes * minute);
    await reconcile();
  }

  return {
    snooze,

    opened(id: string): void {
      void clearNotification(id);
      const subject = notificationSubject(id);
      if (subject?.type === 'callback') {
        void showPanel({ type: 'show', callbackId: subject.callbackId, focus: 'entry' });
      } else if (subject?.type === 'focus') {
        void showPanel({ type: 'next-call' });
      } else if (subject?.type === 'digest') {
        void showPanel();
      } else if (subject) {
        void openReviewWindow({ focused: true });
      }
    },

    /** Buttons in the order they are given: call now, snooze. */
    button(id: string, button: number): void {
      void clearNotification(id);
      const subject = notificationSubject(id);
      if (subject?.type !== 'callback') return;
      const { callbackId } = subject;
      if (button === 0) void showPanel({ type: 'show', callbackId, focus: 'number' });
      else void snooze(callbackId, snoozeMinutes);
    },
  };
}

/** Opens the panel of the window in use, leaves it a request and brings the window to the front. */
async function showPanel(request?: Ask): Promise<void> {
  // Nothing is awaited before: the gesture would be over.
  const opened = openPanel().then(
    () => true,
    () => false,
  );
  const windowId = await lastWindowId();
  if (windowId === null) return openOwnPage('/sidepanel.html');
  if (request) await postPanelRequest({ ...request, windowId });
  await focusWindow(windowId);
  // To Firefox this click is no gesture: it opens no sidebar, but shows the request in one that is open.
  if ((await opened) || (await isPanelOpen(windowId))) return;
  await openOwnPage('/sidepanel.html', windowId);
}
