/**
 * `npm run bench:panel`: the panel and the background with a hundred, ten thousand and a hundred thousand entries,
 * in real Chromium. Each figure is held against the one with a hundred in the same run, measured in turn, so that a
 * busy machine makes all of them slower alike. Prints every figure with its limit and exits non-zero over one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'wxt';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
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
/** How long the panels are left alone before their memory is measured, ms. */
const rest = 15_000;
/** MB of objects in each place once the closed list was scrolled. */
const scrolled: number[] = [];

const dir = await mkdtemp(join(tmpdir(), 'ringback-bench-'));
const report = openPageReport();
const places: Place[] = [];
try {
  await build({ root: join(import.meta.dirname, '../..'), outDir: dir, logger: quiet });
  for (const { count, open } of sizes) places.push(await openPlace(dir, count, open));
  compare('panel open to interactive', 'ms', await inTurn(timeOpen), 1.3);
  compare('background start to badge', 'ms', await inTurn(timeBadge), 1.3);
  const panels: ChromiumScreen[] = [];
  for (const place of places) panels.push(await workWith(place));
  // What an open panel holds for the rest of the day, not what passed through it: browsers give memory back later.
  await pause(rest);
  const held: Held[] = [];
  for (const [at, place] of places.entries()) held.push(await heldBy(place, panels[at] as ChromiumScreen));
  compare('objects of the panel, scrolled', 'MB', scrolled, 2);
  compare(
    'memory of the process, searched',
    'MB',
    held.map(({ process }) => process),
    2,
  );
  for (const [at, { objects }] of held.entries()) {
    report.tell(`objects of the panel, searched, ${name(places[at])}`, `${objects.toFixed(1)} MB`);
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

/** What is held in memory after scrolling and searching, MB. */
interface Held {
  objects: number;
  process: number;
}

async function heldBy(place: Place, panel: ChromiumScreen): Promise<Held> {
  return { objects: await heapOf(panel), process: await processMemory(place) };
}

/** Scrolls and searches, and holds what that takes. @returns the panel, still open */
async function workWith(place: Place): Promise<ChromiumScreen> {
  const panel = await place.panel();
  await panel.find('button', 'Save callback');
  const tasks = await scrollTasks(panel);
  report.hold(`longest task while scrolling, ${name(place)}`, Math.max(...tasks), 50, 'ms', 0);
  scrolled.push(await heapOf(panel));
  const keys = await timeSearch(panel);
  report.hold(`search key to paint, p95, ${name(place)}`, p95(keys.map(({ paint }) => paint)), 50, 'ms', 0);
  const last = p95(keys.map((key) => key.last));
  report.tell(`search key to its last row, p95, ${name(place)}`, `${last.toFixed(0)} ms`);
  return panel;
}

function p95(figures: number[]): number {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;
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
