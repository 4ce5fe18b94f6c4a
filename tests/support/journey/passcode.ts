import { readFile } from 'node:fs/promises';
import type { RingbackBrowser } from '../browsers/browser.ts';
import type { Screen } from '../browsers/screen.ts';
import { until } from '../wait.ts';
import { chooseText } from './backup.ts';
import { statusSays } from './form.ts';

/** Fills passcode fields by their ids: they have no role by which Firefox could be asked for them. */
export async function typePasscodes(screen: Screen, fields: Record<string, string>): Promise<void> {
  await until(`the fields ${Object.keys(fields)}`, () =>
    screen.run((ids) => ids.every((id) => document.getElementById(id) !== null), Object.keys(fields)),
  );
  await screen.run((values) => {
    for (const [id, text] of Object.entries(values)) {
      const field = document.getElementById(id) as HTMLInputElement;
      const details = field.closest('details');
      if (details) details.open = true;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, fields);
}

/** Sets a passcode in Options. @returns the options page, unlocked */
export async function turnPasscodeOn(browser: RingbackBrowser, passcode: string): Promise<Screen> {
  const options = await browser.openOwn('options.html');
  await typePasscodes(options, { 'lock-new': passcode, 'lock-again': passcode });
  await (await options.find('button', 'Turn the passcode lock on')).click();
  await statusSays(options, /^The passcode lock is on/);
  return options;
}

/** Gives the passcode where a page of Ringback asks for it. */
export async function unlock(screen: Screen, passcode: string): Promise<void> {
  await screen.find('heading', 'Ringback is locked');
  await typePasscodes(screen, { passcode });
  await (await screen.find('button', 'Unlock')).click();
}

/** Chooses an encrypted backup for import and gives the passcode it was made with. */
export async function importSealed(options: Screen, path: string, passcode: string): Promise<void> {
  await options.find('heading', 'Backup');
  await chooseText(options, await readFile(path, 'utf8'));
  await typePasscodes(options, { 'backup-passcode': passcode });
  await (await options.find('button', 'Open the backup')).click();
  await (await options.find('button', /^Import \d+ callback/)).click();
  // Before that it is not stored: the passcode is set first.
  await statusSays(options, /^Imported/);
}

/** Changes the passcode in Options. */
export async function changePasscode(options: Screen, from: string, to: string): Promise<void> {
  await typePasscodes(options, { 'lock-current': from, 'lock-new': to, 'lock-again': to });
  await options.run(() =>
    (document.getElementById('lock-current') as HTMLInputElement).form?.requestSubmit(),
  );
  await statusSays(options, /^The passcode was changed/);
}

/**
 * Lets it be so many minutes since Ringback was used, and the browser ring the alarm that then locks it. A page that
 * has just been opened notes that as use and has the alarm set for later: no minutes pass before that is done.
 */
export async function leaveUnused(screen: Screen, minutes: number): Promise<void> {
  await until('the page to have noted that it was opened', () =>
    screen.run(async () => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      const { 'lock-used': used } = await chrome.storage.session.get('lock-used');
      if (!(Number(used) >= performance.timeOrigin)) return false;
      // Answered once it has been looked after, and so has the same message of the page's own before it.
      await chrome.runtime.sendMessage({ type: 'lock-changed' });
      return true;
    }),
  );
  await screen.run(async (ago) => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    await chrome.storage.session.set({ 'lock-used': Date.now() - ago * 60_000 });
    await chrome.alarms.create('lock', { when: Date.now() });
  }, minutes);
}

/** Reminds so long before a promise from here on: no passcode is needed for settings. */
export function remindBefore(screen: Screen, minutes: number): Promise<void> {
  return screen.run(async (leadMinutes) => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const { settings = {} } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...settings, leadMinutes } });
  }, minutes);
}

/** Asks for a capture of this page's own tab, as the pop-up does. */
export function askForCapture(screen: Screen): Promise<void> {
  return screen.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const { id, windowId } = await chrome.tabs.getCurrent();
    await chrome.runtime.sendMessage({ type: 'capture-tab', tabId: id, windowId });
  });
}

interface Area {
  get(key: string): Promise<Record<string, object | undefined>>;
  set(values: object): Promise<void>;
}
interface Api {
  storage: { local: Area; session: Area };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
  tabs: { getCurrent(): Promise<{ id: number; windowId: number }> };
  runtime: { sendMessage(message: object): Promise<unknown> };
}
