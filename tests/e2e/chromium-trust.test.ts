import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeProfile } from '../support/browsers/profile.ts';
import { shows } from '../support/journey/form.ts';
import { openBench, type TrustBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { readKept } from '../support/trust/kept.ts';
import { killWhileSaving } from '../support/trust/kill-while-saving.ts';
import { killWorker } from '../support/trust/kill-worker.ts';
import { manyEntries } from '../support/trust/many.ts';
import { asVersion1, leaveVersion1 } from '../support/trust/older-version.ts';
import { someoneSaving } from '../support/trust/saving.ts';
import { callers } from '../support/trust/typed.ts';

/** A taste of tests/soak, which does the same hundreds of times. */
const seed = seedOfRun();
const chance = chanceOf(seed);
const saving = someoneSaving(callers(chance));
let bench: TrustBench;

beforeAll(async () => {
  console.log(`seed ${seed}`);
  bench = await openBench();
});
afterAll(() => bench?.close());

it('loses nothing that was announced as saved when the browser is killed', async () => {
  const figures = await killWhileSaving(bench, chance, 3, saving);
  expect(figures.kills).toBe(3);
});

it('comes right by itself when its worker is stopped again and again', async () => {
  // No more for the sake of time alone: tests/soak stops it 500 times.
  const figures = await killWorker(bench, chance, 6, saving);
  expect(figures.kills).toBe(6);
});

it('leaves the list as it was where it cannot be brought up to date, and says so', async () => {
  const entries = manyEntries(chance, 40, 3, Date.now());
  // An entry without attempts: bringing it up to date fails on it, after others were changed.
  const rows = entries.map(asVersion1).map((row, place) => (place < 39 ? row : { ...row, attempts: null }));
  const copy = await leaveVersion1(bench, rows);
  await bench.browser.start();
  const says = /could not be brought up to date. Nothing is lost, it is stored as it was/;
  for (const path of ['sidepanel.html', 'popup.html', 'options.html']) {
    const page = await bench.browser.openOwn(path);
    await shows(page, says);
  }
  const options = await bench.browser.openOwn('options.html');
  await options.find('button', 'Save what is stored');
  const { rows: kept } = await readKept(options);
  expect(kept).toEqual(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  await removeProfile(copy);
});
