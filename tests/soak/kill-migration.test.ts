import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openBench } from '../support/trust/bench.ts';
import { hasTornLog } from '../support/trust/browser-log.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { readKept, reminderProblems } from '../support/trust/kept.ts';
import { manyEntries } from '../support/trust/many.ts';
import {
  asVersion1,
  isRead,
  leaveVersion1,
  migrationProblems,
  putBack,
  rowCounts,
  storedVersions,
} from '../support/trust/older-version.ts';
import { until } from '../support/wait.ts';

const kills = 15;
const entries = 4_000;

it('loses nothing, killed while an older version is brought up to date', async () => {
  const seed = seedOfRun();
  console.log(`seed ${seed}`);
  const chance = chanceOf(seed);
  const bench = await openBench();
  const rows = manyEntries(chance, entries, 1, Date.now()).map(asVersion1);
  const copy = await leaveVersion1(bench, rows);
  try {
    /** Starts it as an update does, and waits until everything is as it was. */
    const bringUpToDate = async () => {
      const started = Date.now();
      await bench.browser.start({ profileDir: bench.profileDir });
      const panel = await bench.browser.openOwn('sidepanel.html');
      await until('the list to be read', () => isRead(panel), { within: 60_000 });
      const took = Date.now() - started;
      let problems: string[] = [];
      const look = async () => {
        const kept = await readKept(panel);
        problems = [...migrationProblems(rows, kept.rows), ...reminderProblems(kept)];
        return problems.length === 0;
      };
      await until('everything to be there', look, { within: 40_000 }).catch(async (error) => {
        const where = JSON.stringify(await rowCounts(panel));
        throw new Error([error.message, where, ...problems.slice(0, 10)].join('\n'));
      });
      await bench.browser.kill();
      return took;
    };

    const undisturbed = await bringUpToDate();
    const found = { before: 0, 'with a copy': 0, after: 0 };
    let slowest = 0;
    let torn = 0;
    // How long it takes depends on the machine, and kills are to fall on both sides of its end.
    let latest = 1_500;
    for (let kill = 0; kill < kills; kill += 1) {
      await putBack(bench, copy);
      await bench.browser.start();
      await pause(chance.between(0, Math.round(latest)));
      await bench.browser.kill();
      const wasTorn = await hasTornLog(bench.profileDir);
      const versions = await storedVersions(bench);
      const copies = Object.keys(versions).filter((name) => name.startsWith('ringback-before')).length;
      found[versions.ringback !== 1 ? 'after' : copies > 0 ? 'with a copy' : 'before'] += 1;
      latest *= versions.ringback === 1 ? 1.25 : 0.8;
      slowest = Math.max(slowest, await bringUpToDate());
      // What Chromium wrote behind a torn record it reads at the second start, not the first.
      if (wasTorn) await bringUpToDate();
      torn += wasTorn ? 1 : 0;
    }
    await publish('kill-migration', seed, { kills, entries, undisturbed, found, torn, slowest });
    // Kills that all came too early or too late would have shown nothing.
    expect(found.before + found['with a copy']).toBeGreaterThanOrEqual(3);
    expect(found.after).toBeGreaterThanOrEqual(3);
  } finally {
    await bench.close();
    await rm(copy, { recursive: true, force: true });
  }
});
