/**
 * `npm run bench:capture [-- FOLDER…]`: the capture engine over corpora of frozen pages, in real Chromium.
 * Prints what it reached by product and in total, and exits non-zero below target.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import type { CaptureResult } from '../../lib/capture/types.ts';
import { openBench } from './browser.ts';
import { bands, leaveOneOut } from './calibration.ts';
import { type CorpusPage, loadCorpus } from './corpus.ts';
import { type PageScore, scorePage, type Totals, totals } from './score.ts';
import { withoutOwnWords } from './unseen-words.ts';

const root = join(import.meta.dirname, '../..');
/** The shared corpus, beside the project when it is there. */
const sharedCorpus = join(root, '../shared/corpus');
const ownFixtures = join(root, 'tests/fixtures/capture');

/** What must be reached: on pages the weights were made beside, and on others. */
const targets = {
  corpus: { both: 0.97, wrong: 0.005, negatives: 1, recall: 0.97, extras: 0.01 },
  unseen: { both: 0.93, wrong: 0.01, negatives: 1, recall: 0.93, extras: 0.03 },
} as const;

export interface Outcome {
  page: CorpusPage;
  result: CaptureResult;
  score: PageScore;
  /** Reads the page's evidence once more. */
  choose(): CaptureResult;
}

/** Runs every page of the folders through page reader and scorer. */
export async function runCorpus(folders: readonly string[]): Promise<Outcome[]> {
  const pages = await loadCorpus(folders);
  const bench = await openBench();
  try {
    const outcomes: Outcome[] = [];
    for (const page of pages) {
      await bench.open(page.truth.url, page.html);
      const { frames } = parseFrames(await bench.read());
      const context = { defaultCountry: page.truth.region, now: Date.now(), zone: 'UTC' };
      const choose = () => chooseCaller(frames, context);
      const result = choose();
      outcomes.push({ page, result, score: scorePage(page, result), choose });
    }
    return outcomes;
  } finally {
    await bench.close();
  }
}

const percent = (share: number): string =>
  (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}`).padStart(6);

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

function belowTarget(sum: Totals, target: (typeof targets)['corpus' | 'unseen']): string[] {
  const misses: string[] = [];
  if (sum.both < target.both) misses.push(`both exact ${percent(sum.both)} < ${percent(target.both)}`);
  if (sum.wrong > target.wrong) misses.push(`wrong phones ${percent(sum.wrong)} > ${percent(target.wrong)}`);
  if (sum.negatives < target.negatives) misses.push(`clean negatives ${percent(sum.negatives)} < 100`);
  if (sum.recall < target.recall) misses.push(`list rows ${percent(sum.recall)} < ${percent(target.recall)}`);
  if (sum.extras > target.extras)
    misses.push(`extra rows ${percent(sum.extras)} > ${percent(target.extras)}`);
  return misses;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const quiet = args.includes('--totals');
  const given = args.filter((arg) => !arg.startsWith('--'));
  const folders =
    given.length > 0 ? given : [sharedCorpus, ownFixtures].filter((folder) => existsSync(folder));
  const outcomes = await runCorpus(folders);
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
  const target = given.length > 0 ? targets.unseen : targets.corpus;
  const misses = belowTarget(totals(outcomes.map((outcome) => outcome.score)), target);
  for (const miss of misses) console.log(`below target: ${miss}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}

if (import.meta.main) await main();
