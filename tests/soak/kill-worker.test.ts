import { expect, it } from 'vitest';
import { openBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { killWorker } from '../support/trust/kill-worker.ts';

const killsInOneProfile = 125;

it.each([1, 2, 3, 4])(
  'profile %i: comes right by itself, its worker stopped again and again',
  async (profile) => {
    const seed = seedOfRun() + profile;
    console.log(`seed ${seed}`);
    const bench = await openBench();
    try {
      const figures = await killWorker(bench, chanceOf(seed), killsInOneProfile);
      await publish(`kill-worker-${profile}`, seed, figures);
      expect(figures.kills).toBe(killsInOneProfile);
      // Each ended a worker that ran, so each but the first was started after another.
      expect(figures.starts).toBeGreaterThanOrEqual(killsInOneProfile);
      expect(figures.checks).toBeGreaterThan(killsInOneProfile);
      expect(figures.announced).toBeGreaterThan(0);
      expect(figures.events).toBeGreaterThan(killsInOneProfile / 2);
    } finally {
      await bench.close();
    }
  },
);
