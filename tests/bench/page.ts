/**
 * `npm run bench:page`: what reading a 50,000-node page costs, against a bare TreeWalker walk with a digit
 * test over the same page in the same run; the longest task; and the size of the page reader.
 */
import { gzipSync } from 'node:zlib';
import { parseFrames } from '../../lib/capture/evidence.ts';
import { type Bench, openBench } from './browser.ts';
import { largePage } from './pages.ts';

const runs = 9;
const limits = { gzip: 12 * 1024, factor: 1.5, plus: 10, task: 50 };

const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** A bare walk over the page's text with a digit test, in the page reader's own world. */
function bareWalk(bench: Bench): Promise<number> {
  return bench.inWorld(() => {
    const started = performance.now();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let found = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 3 && /\d/.test((node as Text).data)) found++;
    }
    return performance.now() - started + (found < 0 ? 1 : 0);
  });
}

async function main(): Promise<void> {
  const bench = await openBench();
  const misses: string[] = [];
  try {
    const gzip = gzipSync(await bench.readerSource(), { level: 9 }).length;
    console.log(`page reader            ${gzip} bytes gzip (limit ${limits.gzip})`);
    if (gzip > limits.gzip) misses.push('page reader too large');
    await bench.open('https://bench.example/customers/1', largePage(50_000));
    const bare: number[] = [];
    const scan: number[] = [];
    let nodes = 0;
    await bench.watchTasks();
    for (let run = 0; run < runs; run++) {
      bare.push(await bareWalk(bench));
      const { frames } = parseFrames(await bench.read());
      scan.push(frames[0]?.stats.ms ?? Number.POSITIVE_INFINITY);
      nodes = frames[0]?.stats.nodes ?? 0;
    }
    const tasks = await bench.longTasks();
    const limit = limits.factor * median(bare) + limits.plus;
    console.log(`nodes                  ${nodes}`);
    console.log(`bare walk, median      ${median(bare).toFixed(1)} ms`);
    console.log(`scan, median           ${median(scan).toFixed(1)} ms (limit ${limit.toFixed(1)})`);
    console.log(
      `longest task           ${Math.max(0, ...tasks).toFixed(0)} ms (limit ${limits.task}; 0: none over it)`,
    );
    if (median(scan) > limit) misses.push('scan over its limit');
    if (tasks.some((task) => task > limits.task)) misses.push('a task over 50 ms');
  } finally {
    await bench.close();
  }
  for (const miss of misses) console.log(`below target: ${miss}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}

await main();
