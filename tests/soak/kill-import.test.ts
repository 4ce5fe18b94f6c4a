import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { chooseFile, makeFolder, removeFolder } from '../support/journey/backup.ts';
import { openBench, type TrustBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { hear } from '../support/trust/hear.ts';
import { entriesOf, readKept, reminderProblems } from '../support/trust/kept.ts';
import { manyEntries } from '../support/trust/many.ts';
import { putBack } from '../support/trust/older-version.ts';
import { until } from '../support/wait.ts';

const kills = 15;
const entries = 5_000;

/** Chooses a file and presses the button that imports it. */
async function startImport(options: ChromiumScreen, file: string, count: number): Promise<void> {
  await chooseFile(options, file);
  await (await options.find('button', `Import ${count} callbacks`, 60_000)).click();
}

/** What the list is, against what it was before and what the file holds: all of it, or nothing. */
function problemsOf(there: readonly Callback[], base: readonly Callback[], file: readonly Callback[]) {
  const now = new Map(there.map((entry) => [entry.id, JSON.stringify(entry)]));
  const missing = (wanted: readonly Callback[]) => wanted.filter(({ id }) => !now.has(id)).length;
  const changed = [...base, ...file].filter((entry) => {
    const stored = now.get(entry.id);
    return stored !== undefined && stored !== JSON.stringify(entry);
  });
  const half = missing(file) > 0 && missing(file) < file.length;
  return [
    ...(missing(base) > 0 ? [`${missing(base)} entries from before are lost`] : []),
    ...(half ? [`${missing(file)} of ${file.length} in the file are not there`] : []),
    ...changed.map(({ callerName }) => `${callerName} is changed`),
  ];
}

it('imports all or nothing, killed in the middle', async () => {
  const seed = seedOfRun();
  console.log(`seed ${seed}`);
  const chance = chanceOf(seed);
  const folder = await makeFolder();
  const bench = await openBench();
  const copy = `${bench.profileDir}-kept`;
  const base = manyEntries(chance, 200, 1, Date.now());
  const more = manyEntries(chance, entries, 2, Date.now());
  const write = async (name: string, callbacks: readonly Callback[]) => {
    const path = join(folder, name);
    const rows = callbacks.map((callback) => JSON.stringify(callback)).join(',\n');
    await writeFile(
      path,
      `{"format":"ringback-backup","version":1,"callbacks":[\n${rows}\n],"closedDays":[]}\n`,
    );
    return path;
  };
  try {
    const [baseFile, moreFile] = [await write('base.json', base), await write('more.json', more)];
    const imported = await importHere(bench, baseFile, base.length);
    expect(await imported.said).toMatch(/^Imported/);
    await bench.browser.close();
    await cp(bench.profileDir, copy, { recursive: true });

    await bench.browser.start();
    const undisturbed = await importHere(bench, moreFile, more.length);
    await undisturbed.said;
    const takes = Date.now() - undisturbed.pressedAt;
    await bench.browser.kill();

    const found = { nothing: 0, all: 0, announced: 0 };
    // How long it takes depends on the machine, and kills are to fall on both sides of its end.
    let latest = takes * 1.7;
    for (let kill = 0; kill < kills; kill += 1) {
      await putBack(bench, copy);
      await bench.browser.start();
      const running = await importHere(bench, moreFile, more.length);
      const words = await Promise.race([running.said, pause(chance.between(0, Math.round(latest)))]);
      running.said.catch(() => {});
      await bench.browser.kill();
      await bench.browser.start();
      const panel = await bench.browser.openOwn('sidepanel.html');
      await panel.find('textbox', 'Caller name');
      let problems: string[] = [];
      let all = false;
      await until(
        'the list to be whole',
        async () => {
          const kept = await readKept(panel);
          const { entries: there } = entriesOf(kept);
          all = there.length > base.length;
          problems = [...problemsOf(there, base, more), ...reminderProblems(kept)];
          return problems.length === 0;
        },
        { within: 40_000 },
      ).catch((error) => {
        throw new Error([error.message, ...problems.slice(0, 20)].join('\n'));
      });
      if (words) expect(all, 'it was announced').toBe(true);
      if (words) found.announced += 1;
      found[all ? 'all' : 'nothing'] += 1;
      latest *= all ? 0.8 : 1.25;
      await bench.browser.kill();
    }
    await publish('kill-import', seed, { kills, entries, takes, found });
    expect(found.nothing).toBeGreaterThan(0);
    expect(found.all).toBeGreaterThan(0);
  } finally {
    await bench.close();
    await rm(copy, { recursive: true, force: true });
    await removeFolder(folder);
  }
});

/** Imports a file in a new options page. @returns what is said at its end, which may never come */
async function importHere({ browser }: TrustBench, file: string, count: number) {
  const options = await browser.openOwn('options.html');
  const end = Promise.withResolvers<string>();
  await hear(options, (text) => {
    if (/^Imported/.test(text)) end.resolve(text);
  });
  await startImport(options, file, count);
  return { pressedAt: Date.now(), said: end.promise };
}
