import { describe, expect, it, onTestFinished } from 'vitest';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import { Chromium } from '../support/browsers/chromium.ts';
import { openDisplay } from '../support/browsers/display.ts';
import { Firefox } from '../support/browsers/firefox.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import { findChromium, findFirefox } from '../support/find-browser.ts';
import { exportFile, makeFolder, openOptions, removeFolder } from '../support/journey/backup.ts';
import { fillForm, save } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { importSealed, turnPasscodeOn, unlock } from '../support/journey/passcode.ts';
import { filesWith } from '../support/journey/profile-search.ts';
import { everythingStored } from '../support/journey/stored.ts';
import { chromiumBuild, firefoxBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

/** Nobody else is called so, in no file a browser brings along. */
const name = 'Xylandra Quagmire';
const secrets = ['Quagmire', '5550173', '555-0173', 'zanzibar radiator'];
const passcode = 'correct horse battery';

interface Place {
  browser: RingbackBrowser;
  profile: string;
  downloads: string;
  /** Ends the browser, where it has not ended yet. */
  quit(): Promise<void>;
}

async function chromium(): Promise<Place> {
  const [profile, downloads] = [await makeProfile(), await makeFolder()];
  const options = { executable: findChromium() ?? '', extensionDir: chromiumBuild, profileDir: profile };
  const browser = await Chromium.launch(options);
  return atTheEnd({ browser, profile, downloads });
}

async function firefox(): Promise<Place> {
  const [profile, downloads, display] = [await makeProfile(), await makeFolder(), await openDisplay()];
  onTestFinished(() => display.close());
  const browser = await Firefox.launch({
    executable: findFirefox() ?? '',
    extensionDir: firefoxBuild,
    profileDir: profile,
    display,
    prefs: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
  });
  return atTheEnd({ browser, profile, downloads });
}

function atTheEnd(started: Omit<Place, 'quit'>): Place {
  let ended: Promise<void> | null = null;
  const quit = () => (ended ??= started.browser.close());
  onTestFinished(async () => {
    await quit();
    await removeProfile(started.profile);
    await removeFolder(started.downloads);
  });
  return { ...started, quit };
}

describe.each([
  ['Chromium', chromium],
  ['Firefox', firefox],
])('what %s keeps of what was stored before the passcode', (_, open) => {
  it('is gone from its files after an encrypted backup, removing Ringback, and restoring', async () => {
    const { browser, profile, downloads, quit } = await open();
    const panel = await browser.openOwn('sidepanel.html');
    await fillForm(panel, { name, phone: '(415) 555-0173', reason: 'zanzibar radiator' });
    await save(panel);
    // What is to go: were it not found now, the searches below would prove nothing.
    await until('the entry to be on the disk', async () => (await filesWith(profile, secrets)).length > 0);
    await panel.close();
    const options = await turnPasscodeOn(browser, passcode);
    expect(await everythingStored(options)).not.toMatch(/Quagmire|555-?0173|zanzibar/);
    await options.close();

    const exporting =
      browser instanceof Chromium
        ? await openOptions(browser, downloads)
        : await browser.openOwn('options.html');
    const backup = await exportFile(exporting, 'Export encrypted backup', downloads);
    expect(await filesWith(downloads, secrets)).toEqual([]);
    // What the browser has not tidied up by now, and in no file beside its databases.
    const left = await filesWith(profile, secrets);
    expect(left.filter((file) => !/IndexedDB|[\\/]idb[\\/]/.test(file))).toEqual([]);
    await browser.restart();

    await browser.uninstall();
    expect(await filesWith(profile, secrets)).toEqual([]);
    await browser.restart();
    expect(await filesWith(profile, secrets)).toEqual([]);
    const fresh = await browser.openOwn('options.html');
    await importSealed(fresh, backup, passcode);
    await (await fresh.find('button', 'Lock now')).click();
    const locked = await browser.openOwn('sidepanel.html');
    await unlock(locked, passcode);
    await callbackOf(locked, name);
    await quit();
    expect(await filesWith(profile, secrets)).toEqual([]);
  });
});
