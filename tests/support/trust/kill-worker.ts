import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { bounded, until } from '../wait.ts';
import type { TrustBench } from './bench.ts';
import type { Chance } from './chance.ts';
import { type Kept, readKept, reminderProblems } from './kept.ts';
import { type Saving, someoneSaving } from './saving.ts';
import { callers, savingProblems } from './typed.ts';

interface ExtensionApi {
  runtime: { sendMessage(message: object): Promise<unknown> };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
}

declare const chrome: ExtensionApi;

/** What came of it. */
export interface WorkerKills {
  /** Kills of a worker that was running, each seen to end. */
  kills: number;
  /** How often the browser started the worker meanwhile. */
  starts: number;
  /** Kills that fell between the click on `Save callback` and the word `Saved`. */
  underWay: number;
  /** Entries announced as saved meanwhile, and events made besides. */
  announced: number;
  events: number;
  /** One after each kill, and one with nothing going on after every few. */
  checks: number;
  /** The longest from a kill until entries, badge, alarms and records were right, ms: while all went on, and at rest. */
  slowestRecovery: number;
  slowestAtRest: number;
}

/** How many kills lie between two looks with nothing going on. */
const killsARest = 25;

/**
 * Stops the background worker at random moments while entries are saved through the real panel and messages and
 * alarms race it. After each kill all must come right while they go on, and every so often again once they have
 * stopped. @throws with all that is wrong
 *
 * @param saving whoever has saved everything in this profile so far
 */
export async function killWorker(
  bench: TrustBench,
  chance: Chance,
  kills: number,
  saving: Saving = someoneSaving(callers(chance)),
): Promise<WorkerKills> {
  const panel = await bench.browser.openOwn('sidepanel.html');
  await panel.find('textbox', 'Caller name');
  const prodding = await bench.browser.openOwn('icon/16.png');
  await bench.browser.front(panel);
  const worker = await watchWorker(panel);
  const figures: WorkerKills = {
    kills: 0,
    starts: 0,
    underWay: 0,
    announced: 0,
    events: 0,
    checks: 0,
    slowestRecovery: 0,
    slowestAtRest: 0,
  };
  let before: Kept | null = null;
  /** @returns how long it took, ms */
  const comesRight = async (): Promise<number> => {
    const since = Date.now();
    let problems: string[] = [];
    const look = async () => {
      // What is announced from here on may be written after the reading.
      const announced = new Set(saving.saved);
      const kept = await readKept(prodding);
      problems = [...savingProblems(kept, announced, saving.typed), ...reminderProblems(kept, before)];
      if (problems.length === 0) before = kept;
      return problems.length === 0;
    };
    // The worker may be stopped in the very last line: then its alarm is half a minute away.
    await until('all to come right by itself', look, { within: 45_000, every: 20 }).catch((error) => {
      throw new Error(
        [`after ${figures.kills} kills ${error.message}:`, ...problems.slice(0, 20)].join('\n'),
      );
    });
    figures.checks += 1;
    return Date.now() - since;
  };
  while (figures.kills < kills) {
    let pressed = Promise.withResolvers<void>();
    const press = () => {
      pressed.resolve();
      pressed = Promise.withResolvers();
    };
    const ended = saving.begin(panel, { press });
    const failed = ended.then(
      () => Promise.withResolvers<never>().promise,
      (error) => Promise.reject(error),
    );
    let disturbing = true;
    const disturbed = disturb(prodding, chance, () => disturbing).then((events) => {
      figures.events += events;
    });
    const goal = Math.min(kills, figures.kills + killsARest);
    while (figures.kills < goal) {
      // Any moment at all, or one just after a click: most of the time goes into typing.
      const justAfterClick = chance.next() < 0.3;
      if (justAfterClick) await Promise.race([pressed.promise, failed]);
      await Promise.race([pause(chance.between(0, justAfterClick ? 60 : 350)), failed]);
      await Promise.race([worker.running(), failed]);
      const underWay = saving.underWay();
      await Promise.race([worker.kill(), failed]);
      figures.kills += 1;
      if (underWay) figures.underWay += 1;
      figures.slowestRecovery = Math.max(figures.slowestRecovery, await Promise.race([comesRight(), failed]));
    }
    disturbing = false;
    saving.stop();
    await Promise.all([ended, disturbed]);
    figures.slowestAtRest = Math.max(figures.slowestAtRest, await comesRight());
  }
  figures.announced = saving.saved.size;
  figures.starts = worker.starts();
  return figures;
}

/** Wakes the worker with whatever wakes it in a browser, several times a second. @returns how often */
async function disturb(page: ChromiumScreen, chance: Chance, going: () => boolean): Promise<number> {
  let events = 0;
  while (going()) {
    const what = chance.pick(['due', 'sweep', 'message', 'message'] as const);
    // Not waited for: a worker that is stopped answers late or not at all.
    await page.run((kind) => {
      if (kind === 'message') chrome.runtime.sendMessage({ type: 'callbacks-changed' }).catch(() => {});
      else chrome.alarms.create(kind, { when: Date.now() });
    }, what);
    events += 1;
    await pause(chance.between(0, 150));
  }
  return events;
}

/** The extension's worker as the browser's own tools see it. */
async function watchWorker({ page }: ChromiumScreen) {
  const cdp: CDPSession = await page.createCDPSession();
  const status = new Map<string, string>();
  let starts = 0;
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'running' && status.get(versionId) !== 'running') starts += 1;
      status.set(versionId, runningStatus);
    }
  });
  await cdp.send('ServiceWorker.enable');
  // What runs already is told of with its next change.
  await cdp.send('ServiceWorker.stopAllWorkers');
  const runs = () => [...status.values()].includes('running');
  return {
    starts: () => starts,
    /** Waits until there is one. Something wakes it sooner or later. */
    running: () => until('a worker that runs', runs, { within: 60_000, every: 2 }),
    /** Ends the one that runs. @throws where none ran, or it did not end: then nothing was killed */
    async kill(): Promise<void> {
      const killed = [...status].flatMap(([versionId, is]) => (is === 'running' ? [versionId] : []));
      if (killed.length === 0) throw new Error('no worker runs');
      const end = Promise.withResolvers<void>();
      const onChange = ({ versions }: { versions: { versionId: string; runningStatus: string }[] }) => {
        const isEnd = versions.some(
          (one) => killed.includes(one.versionId) && one.runningStatus === 'stopped',
        );
        if (isEnd) end.resolve();
      };
      cdp.on('ServiceWorker.workerVersionUpdated', onChange);
      try {
        await cdp.send('ServiceWorker.stopAllWorkers');
        await bounded('the killed worker', end.promise, 10_000);
      } finally {
        cdp.off('ServiceWorker.workerVersionUpdated', onChange);
      }
    },
  };
}
