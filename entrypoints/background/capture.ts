import { type NewPanelRequest, postPanelRequest } from '../../lib/messaging/panel-requests.ts';
import type { MenuClick } from '../../lib/platform/context-menus.ts';
import { openPanel } from '../../lib/platform/panel.ts';
import { readPage } from '../../lib/platform/scripting.ts';
import { activeTab, openOwnPage, type TabInfo, tabById } from '../../lib/platform/tabs.ts';
import { lastWindowId } from '../../lib/platform/windows.ts';

type CaptureRequest = Extract<NewPanelRequest, { type: 'capture' }>;
type How = Pick<CaptureRequest, 'how' | 'selection' | 'linkUrl'>;

/** True where nothing may be read now, which the panel then says. */
type Refused = () => Promise<boolean>;

/** The keyboard's ways in. Runs in the gesture. @param tab null where the browser does not say */
export function captureByCommand(command: string, tab: TabInfo | null, refused: Refused): void {
  const how: How = { how: command === 'call-dropped' ? 'dropped' : 'capture' };
  openAndCapture(tab, how, refused);
}

/** The context menu's way in. Runs in the gesture. */
export function captureByMenu({ tab, selection, linkUrl }: MenuClick, refused: Refused): void {
  const how: How = {
    how: 'menu',
    ...(selection === undefined ? {} : { selection }),
    ...(linkUrl === undefined ? {} : { linkUrl }),
  };
  openAndCapture(tab, how, refused);
}

/** The pop-up's way in; it has opened the panel itself. */
export async function captureTab(
  { tabId, windowId }: { tabId: number; windowId: number },
  refused: Refused,
): Promise<void> {
  const tab = await tabById(tabId);
  await readForPanel(tab ?? { id: tabId, windowId }, { how: 'capture' }, refused);
}

/** Nothing is awaited before the panel opens: the gesture would be over. */
function openAndCapture(tab: TabInfo | null, how: How, refused: Refused): void {
  const where = tab ? { windowId: tab.windowId } : {};
  openPanel(where).catch(() => openOwnPage('/sidepanel.html', tab?.windowId));
  if (tab) void readForPanel(tab, how, refused);
  else void lastActiveTab().then((last) => last && readForPanel(last, how, refused));
}

/** Reads the page as it is at this moment; what it means is worked out in the panel. */
async function readForPanel(
  { id: tabId, windowId, url, title }: TabInfo,
  how: How,
  refused: Refused,
): Promise<void> {
  if (await refused()) return;
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
