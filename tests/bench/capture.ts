/**
 * `npm run bench:capture [-- FOLDER…]`: the capture engine over corpora of frozen pages, in real Chromium.
 * Prints what it reached by product and in total, and exits non-zero below target.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import type { CaptureResult } from '../../lib/capture/types.ts';
import { type EngineBench, openEngineBench } from './browser.ts';
import { bands, leaveOneOut } from './calibration.ts';
import { type CorpusPage, loadCorpus } from './corpus.ts';
import { type PageScore, scorePage, type Totals, totals } from './score.ts';
import { belowTarget, percent, targets } from './targets.ts';
import { withoutOwnWords } from './unseen-words.ts';

const root = join(import.meta.dirname, '../..');
/** The shared corpus, beside the project when it is there. */
const sharedCorpus = join(root, '../shared/corpus');
const ownFixtures = join(root, 'tests/fixtures/capture');

export interface Outcome {
  page: CorpusPage;
  result: CaptureResult;
  score: PageScore;
  /** Reads the page's evidence once more, from the source: what changes the vocabulary has to be beside it. */
  choose(): CaptureResult;
}

/** Runs every page of the folders through the built page reader and the built engine. See `runPages`. */
export async function runCorpus(folders: readonly string[]): Promise<Outcome[]> {
  const pages = await loadCorpus(folders);
  const bench = await openEngineBench();
  try {
    return await runPages(bench, pages);
  } finally {
    await bench.close();
  }
}

/** @throws where the engine's source makes something else of a page than the engine as it is built */
async function runPages(bench: EngineBench, pages: readonly CorpusPage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const page of pages) {
    await bench.open(page.truth.url, page.html);
    const answers = await bench.read();
    const { frames } = parseFrames(answers);
    const context = { defaultCountry: page.truth.region, now: Date.now(), zone: 'UTC' };
    const choose = () => chooseCaller(frames, context);
    const result = await bench.choose(answers, context);
    if (!isDeepStrictEqual(result, choose()))
      throw new Error(`${page.product}/${page.truth.file}: the engine as built differs from its source`);
    outcomes.push({ page, result, score: scorePage(page, result), choose });
  }
  return outcomes;
}

function line(name: string, sum: Totals): string {
  const shares = [
    sum.name,
    sum.phone,
    sum.both,
    sum.wrong,
    sum.negatives,
    sum.reference,
    sum.recall,
    sum.extras,
  ];
  const times = `${sum.median.toFixed(1).padStart(7)} ${sum.p95.toFixed(1).padStart(6)}`;
  return `${name.padEnd(14)}${String(sum.pages).padStart(5)} ${shares.map(percent).join(' ')} ${times}`;
}

function report(outcomes: readonly Outcome[]): void {
  const scores = outcomes.map((outcome) => outcome.score);
  console.log(
    'product       pages   name  phone   both  wrong    neg    ref recall extras  median    p95 ms',
  );
  for (const product of new Set(scores.map((score) => score.product))) {
    console.log(line(product, totals(scores.filter((score) => score.product === product))));
  }
  console.log(line('total', totals(scores)));
  console.log('\nconfidence band → share right (how many)');
  for (const band of bands(scores.flatMap((score) => score.calibration))) {
    console.log(`  ${band.from.toFixed(2)}–${band.to.toFixed(2)}  ${percent(band.right)}  (${band.count})`);
  }
  if (new Set(scores.map((score) => score.product)).size < 2) return;
  console.log('\nleave one product out: calibration fitted without it, weights as they are');
  console.log(line('total', totals(leaveOneOut(outcomes))));
  const unseen = withoutOwnWords(outcomes);
  console.log(`\neach product without the words of labels that only it uses (${unseen.words})`);
  console.log(line('total', totals(unseen.scores)));
}

/** Judges each folder by itself: good pages of one do not make up for another's. */
function judge(folder: string, outcomes: readonly Outcome[]): string[] {
  const ours = [sharedCorpus, ownFixtures].some((one) => resolve(one) === resolve(folder));
  const truths = outcomes.map(({ page }) => page.truth);
  const had = {
    records: truths.some(({ kind }) => kind === 'record'),
    negatives: outcomes.some(({ score }) => score.negativeOk !== null),
    lists: outcomes.some(({ score }) => score.rowsWanted > 0),
  };
  const sum = totals(outcomes.map(({ score }) => score));
  return belowTarget(sum, ours ? targets.corpus : targets.unseen, had).map((miss) => `${folder}: ${miss}`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const quiet = args.includes('--totals');
  const given = args.filter((arg) => !arg.startsWith('--'));
  const folders =
    given.length > 0 ? given : [sharedCorpus, ownFixtures].filter((folder) => existsSync(folder));
  const byFolder = new Map<string, Outcome[]>();
  const pages = new Map<string, CorpusPage[]>();
  for (const folder of folders) pages.set(folder, await loadCorpus([folder]));
  const bench = await openEngineBench();
  try {
    for (const [folder, some] of pages) byFolder.set(folder, await runPages(bench, some));
  } finally {
    await bench.close();
  }
  const outcomes = [...byFolder.values()].flat();
  if (!quiet) {
    for (const { score } of outcomes) {
      const rows = score.rowsFound < score.rowsWanted || score.rowsExtra > 0;
      if (!score.detail && !rows) continue;
      const list = rows ? ` rows ${score.rowsFound}/${score.rowsWanted}, ${score.rowsExtra} extra` : '';
      console.log(
        `${score.product}/${score.file}: ${score.wrongPhone ? 'WRONG ' : ''}${score.detail}${list}`,
      );
    }
  }
  report(outcomes);
  const misses = [...byFolder].flatMap(([folder, some]) => judge(folder, some));
  for (const miss of misses) console.log(`below target: ${miss}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}

if (import.meta.main) await main();
