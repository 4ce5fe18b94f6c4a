/** The built page reader in real Chromium, one browser for all of it. */
import { afterAll, beforeAll } from 'vitest';
import { type Bench, openBench } from '../bench/browser.ts';
import { elsewhere, readsFeatures } from './capture-features.ts';
import { readsHostilePages } from './capture-hostile.ts';
import { answersAlike } from './capture-metamorphic.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(elsewhere);
});
afterAll(() => bench?.close());

readsFeatures(() => bench);
readsHostilePages(() => bench);
answersAlike(() => bench);
