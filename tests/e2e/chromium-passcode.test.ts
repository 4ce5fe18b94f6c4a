import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems, showScheme } from '../support/axe.ts';
import { Chromium } from '../support/browsers/chromium.ts';
import { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import { findChromium } from '../support/find-browser.ts';
import { exportFile, makeFolder, openOptions, removeFolder } from '../support/journey/backup.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackItems, callbackOf } from '../support/journey/list.ts';
import {
  askForCapture,
  changePasscode,
  importSealed,
  leaveUnused,
  remindBefore,
  turnPasscodeOn,
  unlock,
} from '../support/journey/passcode.ts';
import { filesWith } from '../support/journey/profile-search.ts';
import { everythingStored } from '../support/journey/stored.ts';
import { chromiumBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

/** Nobody else is called so, in no file a browser brings along. */
const [name, digits, draftName] = ['Xylandra Quagmire', '555-0173', 'Wilbur Quixotic'];
const secrets = ['Quagmire', '5550173', digits, 'zanzibar radiator', 'Quixotic'];
const told = /Quagmire|555-?0173|zanzibar|Quixotic/;
const [first, passcode] = ['correct horse', 'correct horse battery'];

let [profile, folder] = ['', ''];
let browser: Chromium;
const start = async () => {
  browser = await Chromium.launch({
    executable: findChromium() ?? '',
    extensionDir: chromiumBuild,
    profileDir: profile,
  });
};
const openOwn = async (page: string) => (await browser.openOwn(page)) as ChromiumScreen;
const isLocked = (screen: ChromiumScreen) => screen.find('heading', 'Ringback is locked');

beforeAll(async () => {
  [profile, folder] = [await makeProfile(), await makeFolder()];
  await start();
});
afterAll(async () => {
  await browser.close();
  await removeProfile(profile);
  await removeFolder(folder);
});

it('a passcode is set and changed, and nothing that is stored tells who or why any more', async () => {
  const panel = await openOwn('sidepanel.html');
  const time = 'in 30 minutes';
  await fillForm(panel, { name, phone: `(415) ${digits}`, reason: 'zanzibar radiator', time });
  await save(panel);
  await fillForm(panel, { name: draftName });
  await until('the draft to be stored', async () => told.test(await everythingStored(panel)));
  const options = (await turnPasscodeOn(browser, first)) as ChromiumScreen;
  expect(await everythingStored(options)).not.toMatch(told);
  expect(await accessibilityProblems(options)).toEqual([]);
  await changePasscode(options, first, passcode);
  // A tab behind another one answers nobody who asks by role.
  await browser.front(panel);
  await callbackOf(panel, name);
});

it('unused for so long, it locks itself in every page, and a reminder then comes without a name', async () => {
  const [panel, options] = [await openOwn('sidepanel.html'), await openOwn('options.html')];
  await options.find('button', 'Lock now');
  await leaveUnused(options, 16);
  for (const screen of [options, panel]) {
    await browser.front(screen);
    await isLocked(screen);
  }
  expect(await browser.notifications()).toEqual([]);
  await remindBefore(panel, 45);
  const [id] = await until('the reminder', async () => {
    const shown = await browser.notifications();
    return shown.length > 0 && shown;
  });
  expect(id).toMatch(/\|lead$/);
  expect(await everythingStored(panel)).not.toMatch(told);
  await askForCapture(panel);
  await statusSays(panel, /^Nothing was captured, because Ringback is locked/);
});

it('after a restart it is locked: the badge is right, nobody is named', async () => {
  await browser.close();
  const kept = (await filesWith(profile, secrets)).filter((file) => !/IndexedDB/.test(file));
  expect(kept, 'what it cannot reach is in the browser’s own database files alone').toEqual([]);
  await start();
  await until('the badge', async () => (await browser.badge()).text === '1');
  const panel = await openOwn('sidepanel.html');
  await isLocked(panel);
  await shows(panel, /1 open callback/);
  // What cannot be looked through is not offered to be: it says what opens it.
  await shows(panel, /The list and its search open with the passcode/);
  expect(await panel.all('searchbox', /./)).toEqual([]);
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(panel, scheme);
    expect(await accessibilityProblems(panel)).toEqual([]);
  }
  expect(await panel.run(() => document.body.textContent ?? '')).not.toMatch(told);
  for (const own of ['insights.html', 'day.html']) {
    const page = await openOwn(own);
    await isLocked(page);
    await page.close();
  }
});

it('a wrong passcode opens nothing, the right one gives back list and draft', async () => {
  const panel = await openOwn('sidepanel.html');
  await unlock(panel, first);
  await shows(panel, /This passcode is not right/);
  await unlock(panel, passcode);
  const item = await callbackOf(panel, name);
  expect(await item.text()).toContain(digits);
  expect(await (await panel.find('textbox', 'Caller name')).value()).toBe(draftName);
});

it('unlocked, the list is searched in memory by name, number and reason, which are sealed on the disk', async () => {
  const panel = await openOwn('sidepanel.html');
  const search = await panel.find('searchbox', 'Search callbacks');
  for (const word of ['quagmire', '5550173', 'zanzibar']) {
    await search.fill('nobody of that name');
    await until('nobody to be found', async () => (await callbackItems(panel)).length === 0);
    await search.fill(word);
    expect(await (await callbackOf(panel, name)).text()).toContain(digits);
  }
  expect(await everythingStored(panel)).not.toMatch(told);
  await panel.close();
});

it('a passcode that is forgotten: everything is erased, and an encrypted backup brings the list back', async () => {
  const exporting = await openOptions(browser, folder);
  const backup = await exportFile(exporting, 'Export encrypted backup', folder);
  expect(await filesWith(folder, secrets)).toEqual([]);
  await (await exporting.find('button', 'Lock now')).click();
  await isLocked(exporting);
  await exporting.run(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await (await exporting.find('button', 'Erase everything…')).click();
  await (await exporting.find('button', 'Erase it all now')).click();
  const page = await until('the backups to be opened', async () =>
    (await browser.browser.pages()).find((one) => one.url().endsWith('/options.html#backup')),
  );
  const options = await ChromiumScreen.on(page);
  await importSealed(options, backup, passcode);
  await (await options.find('button', 'Lock now')).click();
  await unlock(options, passcode);
  const panel = await openOwn('sidepanel.html');
  await callbackOf(panel, name);
  expect(await everythingStored(panel)).not.toMatch(told);
});
