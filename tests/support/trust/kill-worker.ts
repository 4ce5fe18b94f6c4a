import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { until } from '../wait.ts';
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
  kills: number;
  /** How often the browser started the worker meanwhile: that the kills were real. */
  starts: number;
  /** Entries announced as saved meanwhile, and events made besides. */
  announced: number;
  events: number;
  checks: number;
  /** The longest until badge, alarms and records were right after the last kill before a check, ms. */
  slowestRecovery: number;
}

/** How many kills lie between two looks at everything. */
const killsACheck = 25;

/**
 * Stops the background worker at random moments while entries are saved through the real panel and messages and
 * alarms race it. Every so often it is left alone, and all must come right by itself. @throws with all that is wrong
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
  const figures = { kills: 0, starts: 0, announced: 0, events: 0, checks: 0, slowestRecovery: 0 };
  let before: Kept | null = null;
  while (figures.kills < kills) {
    const ended = saving.begin(panel);
    let disturbing = true;
    const disturbed = disturb(prodding, chance, () => disturbing).then((events) => {
      figures.events += events;
    });
    const goal = Math.min(kills, figures.kills + killsACheck);
    while (figures.kills < goal) {
      const failed = await Promise.race([pause(chance.between(0, 350)), ended.then(null, (error) => error)]);
      if (failed) throw failed;
      if (await worker.stop()) figures.kills += 1;
    }
    disturbing = false;
    saving.stop();
    await Promise.all([ended, disturbed]);
    const stoppedAt = Date.now();
    let problems: string[] = [];
    const look = async () => {
      const kept = await readKept(panel);
      problems = [...savingProblems(kept, saving.saved, saving.typed), ...reminderProblems(kept, before)];
      if (problems.length === 0) before = kept;
      return problems.length === 0;
    };
    // The worker may be stopped in the very last line: then its alarm is half a minute away.
    await until('all to come right by itself', look, { within: 45_000, every: 100 }).catch((error) => {
      throw new Error(
        [`after ${figures.kills} kills ${error.message}:`, ...problems.slice(0, 20)].join('\n'),
      );
    });
    figures.checks += 1;
    figures.slowestRecovery = Math.max(figures.slowestRecovery, Date.now() - stoppedAt);
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
async function watchWorker(panel: ChromiumScreen) {
  const cdp: CDPSession = await panel.page.createCDPSession();
  const status = new Map<string, string>();
  let starts = 0;
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'running' && status.get(versionId) !== 'running') starts += 1;
      status.set(versionId, runningStatus);
    }
  });
  await cdp.send('ServiceWorker.enable');
  const isUp = () => [...status.values()].some((one) => one === 'running' || one === 'starting');
  return {
    starts: () => starts,
    /** @returns whether there was one to stop */
    async stop(): Promise<boolean> {
      if (!isUp()) return false;
      await cdp.send('ServiceWorker.stopAllWorkers');
      return true;
    },
  };
}
