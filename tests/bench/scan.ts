/** What reading a 50,000-node page costs, how long its longest task is, and how large the page reader is. */
import { gzipSync } from 'node:zlib';
import { parseFrames } from '../../lib/capture/evidence.ts';
import { type Bench, openBench } from './browser.ts';
import { type Components, largePage } from './large-page.ts';
import { median, type PageReport } from './report.ts';

const runs = 11;
const traced = 3;
const nodesWanted = 50_000;
const limits = { kilobytes: 12, factor: 1.5, plus: 10, task: 50 };

/** What may stand in a page decides how it can be read: elements of names of its own may hide whole trees. */
const kinds: Record<Components, string> = {
  none: 'the page',
  one: 'the page with one custom element',
  feed: 'the page with a feed of custom elements',
};

export async function benchScan(report: PageReport): Promise<void> {
  const bench = await openBench();
  try {
    const gzip = gzipSync(await bench.readerSource(), { level: 9 }).length;
    report.hold('page reader, gzip', gzip / 1000, limits.kilobytes, 'kB');
    for (const [kind, words] of Object.entries(kinds) as [Components, string][]) {
      await bench.open('https://bench.example/customers/1', largePage(nodesWanted, kind));
      await bench.settled();
      const nodes = await bench.inWorld(countNodes);
      report.tell(`nodes of ${words}`, `${nodes} (wanted ${nodesWanted} or a few more)`);
      if (nodes < nodesWanted) throw new Error('the page is smaller than it says');
      await measure(bench, report);
    }
  } finally {
    await bench.close();
  }
}

async function measure(bench: Bench, report: PageReport): Promise<void> {
  const bare: number[] = [];
  const scan: number[] = [];
  const texts: number[] = [];
  const longest: number[] = [];
  let read = 0;
  for (let run = 0; run < runs; run++) {
    bare.push(await bench.inWorld(bareWalk));
    texts.push(await bench.inWorld(textWalk));
    // Watched while the reader works only: the walks beside it are not the product's.
    await bench.watchTasks();
    const { ms, frame } = await bench.timeRead();
    longest.push(Math.max(0, ...(await bench.longTasks())));
    scan.push(ms);
    read = parseFrames([frame]).frames[0]?.stats.nodes ?? 0;
  }
  const limit = limits.factor * median(bare) + limits.plus;
  report.tell('nodes the reader went over', `${read}`);
  report.tell('bare walk with a digit test, median', `${median(bare).toFixed(1)} ms of ${runs} runs`);
  report.tell('the same over texts alone, for comparison', `${median(texts).toFixed(1)} ms`);
  report.hold('scan to answer, median', median(scan), limit, 'ms');
  report.hold(
    '(scan - 10 ms) / bare walk',
    (median(scan) - limits.plus) / median(bare),
    limits.factor,
    '×',
    2,
  );
  // The page's own observation counts time without a core as well: on a busy machine a short task looks long
  // now and then, so the middle run is held, and every task is held by the time it really worked.
  report.hold('longest task seen by the page (0: none)', median(longest), limits.task, 'ms');
  const worked: number[] = [];
  for (let run = 0; run < traced; run++) worked.push(...(await bench.taskTimes(() => bench.timeRead())));
  if (worked.length === 0) throw new Error('the trace holds no tasks');
  report.hold(`longest task at work, of ${traced} runs`, Math.max(...worked), limits.task, 'ms');
}

// What runs in the page stands alone: it is sent as text.

function countNodes(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let nodes = 0;
  while (walker.nextNode()) nodes++;
  return nodes;
}

function bareWalk(): number {
  const started = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let found = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3 && /\d/.test((node as Text).data)) found++;
  }
  return performance.now() - started + (found < 0 ? 1 : 0);
}

function textWalk(): number {
  const started = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let found = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/\d/.test((node as Text).data)) found++;
  }
  return performance.now() - started + (found < 0 ? 1 : 0);
}
