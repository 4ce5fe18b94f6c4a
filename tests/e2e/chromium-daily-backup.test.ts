import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Chromium } from '../support/browsers/chromium.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import { findChromium } from '../support/find-browser.ts';
import { makeFolder, removeFolder, storedRows } from '../support/journey/backup.ts';
import { fillForm, save, shows } from '../support/journey/form.ts';
import { chromiumBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

/** The build with the optional permission given: the browser's own question cannot be answered headless. */
async function buildThatMayDownload(folder: string): Promise<string> {
  const build = join(folder, 'build');
  await cp(chromiumBuild, build, { recursive: true });
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  manifest.permissions.push('downloads');
  await writeFile(path, JSON.stringify(manifest));
  return build;
}

/** Where this profile's downloads go; told through the protocol, the browser would name the files itself. */
async function downloadInto(profileDir: string, folder: string): Promise<void> {
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  const preferences = { download: { default_directory: folder, prompt_for_download: false } };
  await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences));
}

it('makes the daily backup from the background as soon as it is turned on, and says when', async () => {
  const [folder, profileDir] = [await makeFolder(), await makeProfile()];
  await downloadInto(profileDir, folder);
  const browser = await Chromium.launch({
    executable: findChromium() ?? '',
    extensionDir: await buildThatMayDownload(folder),
    profileDir,
  });
  onTestFinished(async () => {
    await browser.close();
    await removeProfile(profileDir);
    await removeFolder(folder);
  });
  const panel = await browser.openOwn('sidepanel.html');
  await fillForm(panel, { name: 'Dana Lee 鈴木', phone: '+1 415 555 0132' });
  await save(panel);
  const options = (await browser.openOwn('options.html')) as ChromiumScreen;
  await shows(options, /No backup was made yet/);
  await (await options.find('checkbox', 'Make a backup every day')).click();
  const file = await until('the file', async () => {
    const names = await readdir(folder, { recursive: true });
    return names.find((name) => /^Ringback.ringback-\d{4}-\d\d-\d\d\.json$/.test(name));
  });
  await shows(options, /Last backup: /);
  const backup = JSON.parse(await readFile(join(folder, file), 'utf8')) as { callbacks: object[] };
  expect(await storedRows(options)).toMatchObject(backup.callbacks);
  expect(backup.callbacks).toMatchObject([{ callerName: 'Dana Lee 鈴木' }]);
  // The address of that download held the whole list.
  expect(
    await options.run(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { downloads: { search(query: object): Promise<object[]> } };
      };
      return chrome.downloads.search({});
    }),
  ).toEqual([]);
});
