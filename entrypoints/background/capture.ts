import { type NewPanelRequest, postPanelRequest } from '../../lib/messaging/panel-requests.ts';
import type { MenuClick } from '../../lib/platform/context-menus.ts';
import { openPanel } from '../../lib/platform/panel.ts';
import { readPage } from '../../lib/platform/scripting.ts';
import { activeTab, openOwnPage, type TabInfo, tabById } from '../../lib/platform/tabs.ts';
import { lastWindowId } from '../../lib/platform/windows.ts';

type CaptureRequest = Extract<NewPanelRequest, { type: 'capture' }>;
type How = Pick<CaptureRequest, 'how' | 'selection' | 'linkUrl'>;

/** The keyboard's ways in. Runs in the gesture. @param tab null where the browser does not say */
export function captureByCommand(command: string, tab: TabInfo | null): void {
  const how: How = { how: command === 'call-dropped' ? 'dropped' : 'capture' };
  openAndCapture(tab, how);
}

/** The context menu's way in. Runs in the gesture. */
export function captureByMenu({ tab, selection, linkUrl }: MenuClick): void {
  openAndCapture(tab, {
    how: 'menu',
    ...(selection === undefined ? {} : { selection }),
    ...(linkUrl === undefined ? {} : { linkUrl }),
  });
}

/** The pop-up's way in; it has opened the panel itself. */
export async function captureTab({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> {
  const tab = await tabById(tabId);
  await readForPanel(tab ?? { id: tabId, windowId }, { how: 'capture' });
}

/** Nothing is awaited before the panel opens: the gesture would be over. */
function openAndCapture(tab: TabInfo | null, how: How): void {
  const where = tab ? { windowId: tab.windowId } : {};
  openPanel(where).catch(() => openOwnPage('/sidepanel.html', tab?.windowId));
  if (tab) void readForPanel(tab, how);
  else void lastActiveTab().then((last) => last && readForPanel(last, how));
}

/** Reads the page as it is at this moment; what it means is worked out in the panel. */
async function readForPanel({ id: tabId, windowId, url, title }: TabInfo, how: How): Promise<void> {
  const reading = await readPage(tabId);
  await postPanelRequest({
    type: 'capture',
    windowId,
    tabId,
    ...how,
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(reading.ok
      ? { frames: reading.frames }
      : {
          frames: null,
          refused: reading.why,
          ...(reading.site === undefined ? {} : { site: reading.site }),
        }),
  });
}

async function lastActiveTab(): Promise<TabInfo | null> {
  const windowId = await lastWindowId();
  return windowId === null ? null : activeTab(windowId);
}
