import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems, showScheme } from '../support/axe.ts';
import { Chromium } from '../support/browsers/chromium.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import { findChromium } from '../support/find-browser.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { filesWith } from '../support/journey/profile-search.ts';
import { everythingStored } from '../support/journey/stored.ts';
import { chromiumBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

/** Nobody else is called so, in no file a browser brings along. */
const [name, digits, draftName] = ['Xylandra Quagmire', '555-0173', 'Wilbur Quixotic'];
const secrets = ['Quagmire', '5550173', digits, 'zanzibar radiator', 'Quixotic'];
const told = /Quagmire|555-?0173|zanzibar|Quixotic/;
const passcode = 'correct horse battery';

let profile = '';
let browser: Chromium;
const start = async () => {
  browser = await Chromium.launch({
    executable: findChromium() ?? '',
    extensionDir: chromiumBuild,
    profileDir: profile,
  });
};
const openOwn = async (page: string) => (await browser.openOwn(page)) as ChromiumScreen;
const type = async (screen: ChromiumScreen, field: string, text: string) =>
  (await screen.find('textbox', field)).fill(text);

beforeAll(async () => {
  profile = await makeProfile();
  await start();
});
afterAll(async () => {
  await browser.close();
  await removeProfile(profile);
});

it('a passcode is set, and nothing that is stored tells who or why any more', async () => {
  const panel = await openOwn('sidepanel.html');
  await fillForm(panel, { name, phone: `(415) ${digits}`, reason: 'zanzibar radiator' });
  await save(panel);
  await fillForm(panel, { name: draftName });
  const options = await openOwn('options.html');
  await until('the draft to be stored', async () => told.test(await everythingStored(options)));
  await type(options, 'New passcode', passcode);
  await type(options, 'New passcode again', passcode);
  await (await options.find('button', 'Turn the passcode lock on')).click();
  await statusSays(options, /^The passcode lock is on/);
  expect(await everythingStored(options)).not.toMatch(told);
  expect(await accessibilityProblems(options)).toEqual([]);
  // A tab behind another one answers nobody who asks by role.
  await browser.front(panel);
  await callbackOf(panel, name);
});

it('after a restart it is locked: the badge is right, nobody is named, and a capture says why not', async () => {
  await browser.close();
  await start();
  await until('the badge', async () => (await browser.badge()).text === '1');
  const panel = await openOwn('sidepanel.html');
  await panel.find('heading', 'Ringback is locked');
  await shows(panel, /1 open callback/);
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(panel, scheme);
    expect(await accessibilityProblems(panel)).toEqual([]);
  }
  expect(await panel.run(() => document.body.textContent ?? '')).not.toMatch(told);
  for (const own of ['insights.html', 'day.html']) {
    const page = await openOwn(own);
    await page.find('heading', 'Ringback is locked');
    await page.close();
  }
});

it('a wrong passcode opens nothing, the right one gives back list and draft', async () => {
  const panel = await openOwn('sidepanel.html');
  await type(panel, 'Passcode', 'wrong horse');
  await panel.press('Enter');
  await shows(panel, /This passcode is not right/);
  await type(panel, 'Passcode', passcode);
  await panel.press('Enter');
  const item = await callbackOf(panel, name);
  expect(await item.text()).toContain(digits);
  expect(await (await panel.find('textbox', 'Caller name')).value()).toBe(draftName);
});

it('leaves what it cannot reach, and says so, in the browser’s own database files alone', async () => {
  await browser.close();
  const kept = (await filesWith(profile, secrets)).filter((file) => !/IndexedDB/.test(file));
  expect(kept).toEqual([]);
  await start();
});
