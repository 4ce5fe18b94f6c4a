import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBench, type TrustBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { killWhileSaving } from '../support/trust/kill-while-saving.ts';
import { killWorker } from '../support/trust/kill-worker.ts';
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
  const figures = await killWorker(bench, chance, 10, saving);
  expect(figures.kills).toBe(10);
});
