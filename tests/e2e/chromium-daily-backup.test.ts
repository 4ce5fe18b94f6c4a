import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Chromium } from '../support/browsers/chromium.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { openDisplay } from '../support/browsers/display.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import { findChromium } from '../support/find-browser.ts';
import { makeFolder, removeFolder, storedRows } from '../support/journey/backup.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { chromiumBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

/** Where this profile's downloads go; told through the protocol, the browser would name the files itself. */
async function downloadInto(profileDir: string, folder: string): Promise<void> {
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  const preferences = { download: { default_directory: folder, prompt_for_download: false } };
  await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences));
}

it('asks whether it may save files, and makes the daily backup from the background once it may', async () => {
  const [folder, profileDir, display] = [await makeFolder(), await makeProfile(), await openDisplay()];
  await downloadInto(profileDir, folder);
  const browser = await Chromium.launch({
    executable: findChromium() ?? '',
    extensionDir: chromiumBuild,
    profileDir,
    display,
  });
  onTestFinished(async () => {
    await browser.close();
    await display.close();
    await removeProfile(profileDir);
    await removeFolder(folder);
  });
  const panel = await browser.openOwn('sidepanel.html');
  await fillForm(panel, { name: 'Dana Lee 鈴木', phone: '+1 415 555 0132' });
  await save(panel);
  const options = (await browser.openOwn('options.html')) as ChromiumScreen;
  await shows(options, /No backup was made yet/);
  const everyDay = await options.find('checkbox', 'Make a backup every day');
  const isTicked = () =>
    options.run(() => document.querySelector<HTMLInputElement>('[aria-describedby=daily-hint]')?.checked);
  await browser.front(options);
  await everyDay.click();
  await browser.answerPrompt(options, 'deny');
  await statusSays(options, /^The browser was not given permission/);
  expect(await isTicked()).toBe(false);
  expect(await mayDownload(options)).toBe(false);
  await everyDay.click();
  await browser.answerPrompt(options, 'allow');
  const file = await until('the file', async () => {
    const names = await readdir(folder, { recursive: true });
    return names.find((name) => /^Ringback.ringback-\d{4}-\d\d-\d\d\.json$/.test(name));
  });
  await shows(options, /Last backup: /);
  const backup = JSON.parse(await readFile(join(folder, file), 'utf8')) as { callbacks: object[] };
  expect(await storedRows(options)).toMatchObject(backup.callbacks);
  expect(backup.callbacks).toMatchObject([{ callerName: 'Dana Lee 鈴木' }]);
  // The address of that download held the whole list.
  expect(await options.run(() => chrome.downloads.search({}))).toEqual([]);
  // Turned off, what was given for it is given back.
  await everyDay.click();
  await until('the permission to be given back', async () => !(await mayDownload(options)));
  expect(await isTicked()).toBe(false);
});

declare const chrome: {
  downloads: { search(query: object): Promise<object[]> };
  permissions: { contains(wanted: { permissions: string[] }): Promise<boolean> };
};

function mayDownload(options: ChromiumScreen): Promise<boolean> {
  return options.run(() => chrome.permissions.contains({ permissions: ['downloads'] }));
}
