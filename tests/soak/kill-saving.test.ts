import { expect, it } from 'vitest';
import { openBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { killWhileSaving } from '../support/trust/kill-while-saving.ts';

const killsInOneProfile = 20;

it.each([1, 2])('profile %i: loses nothing that was announced, killed while saving', async (profile) => {
  const seed = seedOfRun() + profile;
  console.log(`seed ${seed}`);
  const bench = await openBench();
  try {
    const figures = await killWhileSaving(bench, chanceOf(seed), killsInOneProfile);
    await publish(`kill-saving-${profile}`, seed, figures);
    expect(figures.kills).toBe(killsInOneProfile);
    // A run in which no kill came in between would have shown nothing.
    expect(figures.underWay).toBeGreaterThan(0);
    expect(figures.announced).toBeGreaterThan(0);
  } finally {
    await bench.close();
  }
});
