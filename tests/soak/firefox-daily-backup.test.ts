import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDisplay } from '../support/browsers/display.ts';
import { Firefox } from '../support/browsers/firefox.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { findFirefox } from '../support/find-browser.ts';
import { makeFolder, removeFolder } from '../support/journey/backup.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { turnPasscodeOn } from '../support/journey/passcode.ts';
import { firefoxBuild } from '../support/paths.ts';
import { until } from '../support/wait.ts';

it('makes the daily backup in Firefox, where a file may not come from a data: address', async () => {
  const endings: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const end of endings.reverse()) await end();
  });
  const [folder, profileDir, display] = [await makeFolder(), await makeProfile(), await openDisplay()];
  endings.push(
    () => removeFolder(folder),
    () => display.close(),
    () => removeProfile(profileDir),
  );
  const browser = await Firefox.launch({
    executable: findFirefox() ?? '',
    extensionDir: firefoxBuild,
    profileDir,
    display,
    prefs: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
    },
  });
  endings.push(() => browser.close());
  const panel = await browser.openOwn('sidepanel.html');
  await fillForm(panel, { name: 'Dana Lee 鈴木', phone: '+1 415 555 0132' });
  await save(panel);
  const options = await browser.openOwn('options.html');
  await shows(options, /No backup was made yet/);
  const everyDay = await options.find('checkbox', 'Make a backup every day');
  await browser.front(options);
  await everyDay.click();
  await browser.answerPrompt('deny');
  await statusSays(options, /^The browser was not given permission/);
  await everyDay.click();
  await browser.answerPrompt('allow');
  const file = await until('the file', async () => {
    const names = await readdir(folder, { recursive: true });
    return names.find((name) => /^Ringback.ringback-\d{4}-\d\d-\d\d\.json$/.test(name));
  });
  await shows(options, /Last backup: /);
  const backup = JSON.parse(await readFile(join(folder, file), 'utf8')) as { callbacks: object[] };
  expect(backup.callbacks).toMatchObject([{ callerName: 'Dana Lee 鈴木' }]);

  // With a passcode set it goes on while Ringback is locked, sealed as the list is.
  await turnPasscodeOn(browser, 'correct horse');
  await (await options.find('button', 'Lock now')).click();
  await options.find('heading', 'Ringback is locked');
  await ringADayLater(options);
  const sealed = await until('a second file, sealed', async () => {
    for (const name of await readdir(folder, { recursive: true })) {
      const text = name.endsWith('.json') ? await readFile(join(folder, name), 'utf8') : '';
      if (text.includes('ringback-sealed-backup') && text.endsWith('}\n')) return text;
    }
    return undefined;
  });
  expect(sealed).not.toMatch(/Dana|555-?0132|鈴木/);
  expect(JSON.parse(sealed)).toMatchObject({ callbacks: [{ sealed: expect.any(String) }] });
});

/** Sets the last backup back by two days and rings the alarm that looks after everything. */
function ringADayLater(page: Screen): Promise<void> {
  return page.run(async () => {
    const { browser: api } = globalThis as unknown as {
      browser: {
        storage: {
          local: { get(key: string): Promise<{ backup: object }>; set(values: object): Promise<void> };
        };
        alarms: { create(name: string, when: { when: number }): void };
      };
    };
    const { backup } = await api.storage.local.get('backup');
    const ago = Date.now() - 2 * 86_400_000;
    await api.storage.local.set({ backup: { ...backup, lastAt: ago, dailyTriedAt: ago } });
    api.alarms.create('sweep', { when: Date.now() });
  });
}
