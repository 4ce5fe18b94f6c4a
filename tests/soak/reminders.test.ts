import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { makeFolder, removeFolder } from '../support/journey/backup.ts';
import { ringDailyAlarm } from '../support/journey/stored.ts';
import { openBench, type TrustBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { readKept, reminderProblems } from '../support/trust/kept.ts';
import {
  denyNotifications,
  dueAt,
  importEntries,
  latenessOf,
  letSleep,
  whenTold,
} from '../support/trust/reminding.ts';
import { until } from '../support/wait.ts';

const second = 1000;
const seed = seedOfRun();
const chance = chanceOf(seed);
let folder = '';

beforeAll(async () => {
  console.log(`seed ${seed}`);
  folder = await makeFolder();
});
afterAll(() => removeFolder(folder));

async function withBench(work: (bench: TrustBench) => Promise<void>): Promise<void> {
  const bench = await openBench();
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}

/** A page of the extension that runs nothing of it: the tests' window into the profile. */
const watchFrom = ({ browser }: TrustBench) => browser.openOwn('icon/16.png');

/** What was told so far is recorded once, and badge, alarms and records are right. */
async function allIsRight(bench: TrustBench, before?: Awaited<ReturnType<typeof readKept>>): Promise<void> {
  const watch = await watchFrom(bench);
  let problems: string[] = [];
  await until(
    'badge, alarms and records to be right',
    async () => {
      problems = reminderProblems(await readKept(watch), before);
      return problems.length === 0;
    },
    { within: 40_000 },
  ).catch((error) => {
    throw new Error([error.message, ...problems].join('\n'));
  });
}

// They wait for the clock most of the time, each in a browser of its own.
describe.concurrent('reminders come', () => {
  it('in time while the machine is awake, the worker asleep in between', () =>
    withBench(async (bench) => {
      // More than three within a minute would be told together, by the first of them.
      const from = Date.now() + 75 * second;
      const entries = Array.from({ length: 8 }, (_, place) =>
        dueAt(from + place * 22 * second + chance.between(0, 1_500), `Awake ${place}`),
      );
      await importEntries(bench, folder, entries);
      const watch = await watchFrom(bench);
      const moments: { due: number; told: number }[] = [];
      for (const entry of entries) {
        await letSleep(watch);
        moments.push({ due: entry.promise?.until ?? 0, told: await whenTold(watch, entry) });
      }
      await allIsRight(bench);
      const lateness = latenessOf(moments);
      await publish('lateness-awake', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(30);
    }));

  it('after sleep: processes stopped over the time, and let go on', () =>
    withBench(async (bench) => {
      const moments: { due: number; told: number }[] = [];
      for (const [place, slept] of [10, 30, 60].entries()) {
        const due = Date.now() + 12 * second;
        const entry = dueAt(due, `Asleep ${place}`);
        await importEntries(bench, folder, [entry]);
        const watch = await watchFrom(bench);
        // Once with the worker up, else with it down as it usually is.
        if (place > 0) await letSleep(watch);
        expect(Date.now(), 'the import took too long').toBeLessThan(due);
        bench.browser.sleep();
        await pause(due + slept * second - Date.now());
        const woke = Date.now();
        bench.browser.wake();
        moments.push({ due: woke, told: await whenTold(watch, entry) });
      }
      await allIsRight(bench);
      const lateness = latenessOf(moments);
      await publish('lateness-after-sleep', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(60);
    }));

  it('after the browser was closed over the time, by the next start, and once', () =>
    withBench(async (bench) => {
      const moments: { due: number; told: number }[] = [];
      for (const how of ['quit', 'kill'] as const) {
        const due = Date.now() + 15 * second;
        const entry = dueAt(due, `Closed by ${how}`);
        await importEntries(bench, folder, [entry]);
        if (how === 'quit') await bench.browser.close();
        else await bench.browser.kill();
        await pause(due + 5 * second - Date.now());
        await bench.browser.start();
        const started = Date.now();
        const watch = await watchFrom(bench);
        moments.push({ due: started, told: await whenTold(watch, entry) });
        const before = await readKept(watch);
        await bench.browser.restart('quit');
        await allIsRight(bench, before);
      }
      const lateness = latenessOf(moments);
      await publish('lateness-after-start', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(60);
    }));

  it('although every alarm was wiped: by the next start, and by a panel that is open', () =>
    withBench(async (bench) => {
      const first = dueAt(Date.now() + 20 * second, 'Wiped over a start');
      await importEntries(bench, folder, [first]);
      await wipeAlarms(bench);
      await bench.browser.restart('quit');
      const watch = await watchFrom(bench);
      const overStart = { due: first.promise?.until ?? 0, told: await whenTold(watch, first) };

      const second_ = dueAt(Date.now() + 20 * second, 'Wiped beside a panel');
      await importEntries(bench, folder, [second_]);
      const panel = await bench.browser.openOwn('sidepanel.html');
      await panel.find('button', /2 reminders/);
      await until(
        'the background to have looked',
        async () => reminderProblems(await readKept(panel)).length === 0,
      );
      await wipeAlarms(bench);
      await letSleep(panel);
      const besidePanel = { due: second_.promise?.until ?? 0, told: await whenTold(panel, second_) };
      await allIsRight(bench);
      const lateness = latenessOf([overStart, besidePanel]);
      await publish('lateness-alarms-wiped', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(30);
    }));

  it('when they were moved to, killed at once after that was said and while they wait', () =>
    withBench(async (bench) => {
      const { browser } = bench;
      // No more than three: a crowd would be told together, by the first of them.
      const entries = [0, 1, 2].map((place) => dueAt(Date.now() + 5 * second, `Moved ${place}`));
      await importEntries(bench, folder, entries);
      let watch = await watchFrom(bench);
      for (const entry of entries) await whenTold(watch, entry);
      const movedTo = new Map<string, number>();
      for (const { id } of entries) {
        expect(await snooze(watch, id)).toBe(true);
        const { snoozes } = await readKept(watch);
        movedTo.set(id, snoozes.find(({ callbackId }) => callbackId === id)?.until ?? 0);
        await pause(chance.between(0, 60));
        await browser.kill();
        await browser.start();
        watch = await watchFrom(bench);
        const kept = await readKept(watch);
        expect(new Map(kept.snoozes.map(({ callbackId, until }) => [callbackId, until]))).toEqual(movedTo);
        expect(kept.announced.filter(({ key }) => key.includes('snoozed'))).toEqual([]);
      }
      const moments: { due: number; told: number }[] = [];
      for (const entry of entries) {
        const due = movedTo.get(entry.id) ?? 0;
        expect(due).toBeGreaterThan(Date.now());
        while (Date.now() < due - second) {
          await letSleep(watch);
          await pause(chance.between(200, 1_500));
        }
        moments.push({ due, told: await whenTold(watch, entry, `snoozed ${due}`) });
      }
      await allIsRight(bench);
      const before = await readKept(watch);
      expect(before.snoozes).toEqual([]);
      await browser.kill();
      await browser.start();
      await allIsRight(bench, before);
      const lateness = latenessOf(moments);
      await publish('lateness-moved', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(30);
    }));

  it('at the instant that was promised, in another time zone from the next start on', () =>
    withBench(async (bench) => {
      const entry = dueAt(Date.now() + 40 * second, 'Moved');
      await importEntries(bench, folder, [entry]);
      const zone = (await readKept(await watchFrom(bench))).zone;
      await bench.browser.close();
      await bench.browser.start({ zone: 'Pacific/Auckland' });
      const watch = await watchFrom(bench);
      const there = await readKept(watch);
      expect(there.zone).not.toBe(zone);
      expect(there.zone).toBe('Pacific/Auckland');
      await letSleep(watch);
      const told = await whenTold(watch, entry);
      await allIsRight(bench);
      const lateness = latenessOf([{ due: entry.promise?.until ?? 0, told }]);
      await publish('lateness-other-zone', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(30);
    }));

  it('in badge and banner where notifications are denied', () =>
    withBench(async (bench) => {
      const { browser } = bench;
      await denyNotifications(bench);
      await ringAsOnANewDay(bench);
      const panel = await browser.openOwn('sidepanel.html');
      await panel.find('textbox', 'Caller name');
      const entry = dueAt(Date.now() + 20 * second, 'Denied Dana');
      await importEntries(bench, folder, [entry]);
      await browser.front(panel);
      const due = entry.promise?.until ?? 0;
      const banner = await panel.find('button', /^1 reminder Denied Dana/);
      await until('the banner to say that it is late', async () => / late$/.test(await banner.text()), {
        within: 90_000,
      });
      const shown = Date.now();
      await until('the badge to be red', async () => {
        const { badge } = await readKept(panel);
        return badge.text === '1' && badge.colour === '#b3261e';
      });
      await whenTold(panel, entry);
      expect(await notificationsAllowed(panel)).toBe('denied');
      await panel.find('button', 'What to do');
      await banner.click();
      await allIsRight(bench);
      // It looked to the very end: what comes last is the day's tidying.
      await until(
        'the background to be done',
        async () => typeof (await stored(panel, 'lastTidiedOn')) === 'string',
      );
      const lateness = latenessOf([{ due, told: shown }]);
      await publish('lateness-banner', seed, lateness);
      expect(lateness.worst).toBeLessThanOrEqual(30);
    }));
});

function notificationsAllowed(page: Screen): Promise<string> {
  return page.run(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { notifications: { getPermissionLevel(): Promise<string> } };
    };
    return chrome.notifications.getPermissionLevel();
  });
}

function stored(page: Screen, key: string): Promise<unknown> {
  return page.run(async (name) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    };
    return (await chrome.storage.local.get(name))[name];
  }, key);
}

/** Asks the background, as the button of a notification does, to move a reminder by a minute. @returns its answer */
function snooze(page: Screen, callbackId: string): Promise<unknown> {
  return page.run((id) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({ type: 'snooze', callbackId: id, minutes: 1 });
  }, callbackId);
}

/** Has the background do what it does once a day, at its next look. */
async function ringAsOnANewDay(bench: TrustBench): Promise<void> {
  const watch = await watchFrom(bench);
  await ringDailyAlarm(watch);
  await watch.close();
}

async function wipeAlarms(bench: TrustBench): Promise<void> {
  const watch = await watchFrom(bench);
  await watch.run(() => {
    const { chrome } = globalThis as unknown as { chrome: { alarms: { clearAll(): Promise<void> } } };
    return chrome.alarms.clearAll();
  });
  await watch.close();
}
