import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fillForm, save, shows } from '../support/journey/form.ts';
import { openBench } from '../support/trust/bench.ts';
import { hasTornLog, tearLog } from '../support/trust/browser-log.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { readKept, reminderProblems } from '../support/trust/kept.ts';
import { someoneSaving } from '../support/trust/saving.ts';
import { callers, savingProblems } from '../support/trust/typed.ts';
import { until } from '../support/wait.ts';

const rounds = 6;

it('keeps the list where a kill left half a record in the browser’s log, start after start', async () => {
  const seed = seedOfRun();
  console.log(`seed ${seed}`);
  const chance = chanceOf(seed);
  const bench = await openBench();
  const saving = someoneSaving(callers(chance));
  /** Saves a few, and looks that all of them are there and whole. */
  const use = async (count: number) => {
    const panel = await bench.browser.openOwn('sidepanel.html');
    await panel.find('textbox', 'Caller name');
    let problems: string[] = [];
    await until('everything to be there', async () => {
      const kept = await readKept(panel);
      problems = [...savingProblems(kept, saving.saved, saving.typed), ...reminderProblems(kept)];
      return problems.length === 0;
    }).catch((error) => {
      throw new Error([error.message, ...problems.slice(0, 10)].join('\n'));
    });
    const enough = saving.saved.size + count;
    const going = saving.begin(panel);
    await until('a few to be saved', () => saving.saved.size >= enough);
    saving.stop();
    await going;
  };
  try {
    await use(2);
    for (let round = 0; round < rounds; round += 1) {
      await bench.browser.close();
      expect(await hasTornLog(bench.profileDir)).toBe(false);
      await tearLog(bench.profileDir, chance.between(1, 4_000));
      expect(await hasTornLog(bench.profileDir)).toBe(true);
      await bench.browser.start();
      await use(chance.between(1, 3));
      if (chance.next() < 0.5) await bench.browser.close();
      else await bench.browser.kill();
      await bench.browser.start();
      await use(1);
    }
    await publish('torn-log', seed, { rounds, announced: saving.saved.size });
  } finally {
    await bench.close();
  }
});

it('says so where the browser threw the list away all the same, until it is seen', async () => {
  const bench = await openBench();
  const openPanel = () => bench.browser.openOwn('sidepanel.html');
  const lost = /The browser threw the list away/;
  try {
    const panel = await openPanel();
    await fillForm(panel, { name: 'Dana Lee', phone: '+1 415 555 0132', time: 'in 30 minutes' });
    await save(panel);
    await bench.browser.close();
    // As Chromium does with a log it takes for corrupt.
    await rm(join(bench.profileDir, 'Default', 'IndexedDB'), { recursive: true });
    await bench.browser.start();
    const empty = await openPanel();
    await shows(empty, lost);
    await (await empty.find('button', 'Dismiss')).click();
    await until('it to be gone', () => empty.run(() => document.querySelector('[role=alert]') === null));
    await bench.browser.restart();
    const again = await openPanel();
    await again.find('textbox', 'Caller name');
    expect(await again.run(() => document.querySelector('[role=alert]') === null)).toBe(true);
  } finally {
    await bench.close();
  }
});
