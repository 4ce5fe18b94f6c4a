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

const kills = 30;
const entries = 5_000;
/** Rows are written by the 500, and said to be. */
const pagesOfRows = entries / 500;

/** Where a kill may fall, by what the page said last. All is stored by one transaction: the rows go into it first. */
type Phase = 'before the first row' | 'between the rows' | 'after the last row' | 'after it was announced';

/** Chooses a file and presses the button that imports it. */
async function startImport(options: ChromiumScreen, file: string, count: number): Promise<void> {
  await chooseFile(options, file);
  await (await options.find('button', `Import ${count.toLocaleString('en')} callbacks`, 60_000)).click();
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
    const { first, last } = undisturbed.writing;
    const took = {
      untilFirstRow: first - undisturbed.pressedAt,
      rows: last - first,
      commit: Date.now() - last,
    };
    await bench.browser.kill();

    const found = { nothing: 0, all: 0 };
    const fell: Record<Phase, number> = {
      'before the first row': 0,
      'between the rows': 0,
      'after the last row': 0,
      'after it was announced': 0,
    };
    for (let kill = 0; kill < kills; kill += 1) {
      await putBack(bench, copy);
      await bench.browser.start();
      const running = await importHere(bench, moreFile, more.length);
      running.said.catch(() => {});
      // Any moment of it, as likely as it is long; what the page says tells where it fell, however busy it is here.
      const moment = chance.between(0, took.untilFirstRow + took.rows + took.commit);
      const rowsSaid = Math.ceil(((moment - took.untilFirstRow) / took.rows) * pagesOfRows);
      if (kill % 10 === 9) await running.said;
      else if (rowsSaid <= 0) await pause(moment);
      else if (rowsSaid < pagesOfRows) await running.reaches(rowsSaid / pagesOfRows);
      else {
        await running.reaches(1);
        await pause(chance.between(0, took.commit));
      }
      const phase = running.phase();
      fell[phase] += 1;
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
      if (phase === 'after it was announced') expect(all, 'it was announced').toBe(true);
      found[all ? 'all' : 'nothing'] += 1;
      await bench.browser.kill();
    }
    await publish('kill-import', seed, { kills, entries, took, fell, found });
    expect(fell['between the rows'] + fell['after the last row']).toBeGreaterThan(kills / 2);
    expect(found.nothing).toBeGreaterThan(0);
    expect(found.all).toBeGreaterThan(0);
  } finally {
    await bench.close();
    await rm(copy, { recursive: true, force: true });
    await removeFolder(folder);
  }
});

/** Imports a file in a new options page, and hears what that says from inside it. */
async function importHere({ browser }: TrustBench, file: string, count: number) {
  const options = await browser.openOwn('options.html');
  const end = Promise.withResolvers<string>();
  const writing = { first: 0, last: 0, progress: 0 };
  const waiting = new Map<() => void, number>();
  let isSaid = false;
  await hear(options, (text) => {
    if (!/^Imported/.test(text)) return;
    isSaid = true;
    end.resolve(text);
  });
  await hearProgress(options, (progress) => {
    writing.progress = progress;
    if (progress > 0 && writing.first === 0) writing.first = Date.now();
    if (progress === 1) writing.last = Date.now();
    for (const [go, wanted] of waiting) if (progress >= wanted) go();
  });
  await startImport(options, file, count);
  return {
    pressedAt: Date.now(),
    /** Comes with what is said at its end, which may never be. */
    said: end.promise,
    writing,
    /** Comes once that part of the rows was written. */
    reaches(wanted: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (writing.progress >= wanted) resolve();
      waiting.set(resolve, wanted);
      return promise;
    },
    phase(): Phase {
      if (isSaid) return 'after it was announced';
      if (writing.progress === 0) return 'before the first row';
      return writing.progress < 1 ? 'between the rows' : 'after the last row';
    },
  };
}

/** Tells at once, from inside the page, how much of the rows is written, from 0 to 1. */
async function hearProgress(options: ChromiumScreen, heard: (progress: number) => void): Promise<void> {
  await options.page.exposeFunction('tellProgress', heard);
  await options.run(() => {
    const { tellProgress } = globalThis as unknown as { tellProgress(progress: number): void };
    const look = () => {
      const bar = document.querySelector<HTMLProgressElement>('progress[aria-label="Storing the callbacks"]');
      if (bar) tellProgress(bar.value);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
}
