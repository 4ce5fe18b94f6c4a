/**
 * `npm run bench:panel`: the panel and the background with a hundred, ten thousand and a hundred thousand entries,
 * in real Chromium. Each figure is held against the one with a hundred in the same run, measured in turn, so that a
 * busy machine makes all of them slower alike. Prints every figure with its limit and exits non-zero over one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { quiet } from './browser.ts';
import { heapOf, processMemory, scrollTasks, timeBadge, timeOpen, timeSearch } from './panel/measures.ts';
import { openPlace, type Place } from './panel/place.ts';
import { openPageReport } from './report.ts';

const sizes = [
  { count: 100, open: 50 },
  { count: 10_000, open: 1_000 },
  { count: 100_000, open: 1_000 },
];
const rounds = 9;

const dir = await mkdtemp(join(tmpdir(), 'ringback-bench-'));
const report = openPageReport();
const places: Place[] = [];
try {
  await build({ root: join(import.meta.dirname, '../..'), outDir: dir, logger: quiet });
  for (const { count, open } of sizes) places.push(await openPlace(dir, count, open));
  compare('panel open to interactive', 'ms', await inTurn(timeOpen), 1.3);
  compare('background start to badge', 'ms', await inTurn(timeBadge), 1.3);
  const held: Held[] = [];
  for (const place of places) held.push(await workWith(place));
  compare(
    'objects of the panel, scrolled',
    'MB',
    held.map(({ scrolled }) => scrolled),
    2,
  );
  compare(
    'memory of the process, searched',
    'MB',
    held.map(({ process }) => process),
    2,
  );
  for (const [at, { searched }] of held.entries()) {
    report.tell(`objects of the panel, searched, ${name(places[at])}`, `${searched.toFixed(1)} MB`);
  }
} finally {
  for (const place of places) await place.close();
  await rm(dir, { recursive: true, force: true });
}
process.exitCode = report.failed() ? 1 : 0;

/**
 * The quickest of a measure in each place, taken in turn: others on the machine make one slower, never faster.
 * The first of each is not counted: nothing is compiled yet.
 */
async function inTurn(measure: (place: Place) => Promise<number>): Promise<number[]> {
  const took = places.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, place] of places.entries()) {
      const ms = await measure(place);
      if (round > 0) took[at]?.push(ms);
    }
  }
  return took.map((list) => Math.min(...list));
}

/** What is held in memory, MB. */
interface Held {
  scrolled: number;
  searched: number;
  process: number;
}

/** Scrolls and searches, and holds what that takes. */
async function workWith(place: Place): Promise<Held> {
  const panel = await place.panel();
  await panel.find('button', 'Save callback');
  const tasks = await scrollTasks(panel);
  report.hold(`longest task while scrolling, ${name(place)}`, Math.max(...tasks), 50, 'ms', 0);
  const scrolled = await heapOf(panel);
  const keys = (await timeSearch(panel)).sort((a, b) => a - b);
  const p95 = keys[Math.floor(keys.length * 0.95)] ?? Number.NaN;
  report.hold(`search key to paint, p95, ${name(place)}`, p95, 50, 'ms', 0);
  const searched = await heapOf(panel);
  const process = await processMemory(place);
  await panel.close();
  return { scrolled, searched, process };
}

function name(place: Place | undefined): string {
  return `${place?.count.toLocaleString('en')}`;
}

/** Tells a figure of each place, and holds it against that of the first. */
function compare(what: string, unit: string, figures: readonly number[], limit: number): void {
  const [least = Number.NaN] = figures;
  figures.forEach((figure, at) => {
    const of = `${what}, ${name(places[at])}`;
    report.tell(of, `${figure.toFixed(1)} ${unit}`);
    if (at > 0) report.hold(of, figure / least, limit, '×', 2);
  });
}
