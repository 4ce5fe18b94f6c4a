import { setTimeout as pass } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TeamAccess } from '../../lib/team/config.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { fromText } from '../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../lib/team/crypto/envelope.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { bucketName } from '../../lib/team/types.ts';
import { useChromium, useFirefox } from '../e2e/use-browser.ts';
import type { Chromium } from '../support/browsers/chromium.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { stopWorker } from '../support/browsers/stop-worker.ts';
import { shows } from '../support/journey/form.ts';
import { type Between, standBetween } from '../support/nats/between.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { type Agent, anAgent } from '../support/team/agents.ts';
import { publish } from '../support/trust/figures.ts';
import { aCallback } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

// Two browsers of a team with no page of Ringback open, and a colleague elsewhere who works.
const minute = 60_000;
/** What is measured is divided by these. */
const minutes = 2;

/** One who has joined, with what goes over their connection and a page that sees the storage and runs nothing. */
interface Seat {
  name: string;
  browser: Chromium | Firefox;
  between: Between;
  count: { sent: number; received: number; packets: number };
  watch: Screen;
  /** Computed in a minute before there was a team, ms. */
  alone: number;
}

let server: NatsServer;
let access: TeamAccess;
let colleague: Agent;
const seats: Seat[] = [];

async function take(name: string, browser: Chromium | Firefox): Promise<Seat> {
  const count = { sent: 0, received: 0, packets: 0 };
  const between = await standBetween(server.wsPort, (way, bytes) => {
    count[way] += bytes;
    count.packets += 1;
  });
  const watch = await browser.openOwn('icon/16.png');
  const before = browser.cpuTime().all;
  await pass(minute / 2);
  const alone = 2 * (browser.cpuTime().all - before);
  const options = await browser.openOwn('options.html');
  await (await options.find('button', 'Join a team')).click();
  const invite = await writeInvite({ ...access, server: between.wsUrl });
  await (await options.find('textbox', 'Invite code')).fill(invite);
  await (await options.find('textbox', 'Your name in the team')).fill(name);
  await (await options.find('button', 'Join the team')).click();
  await shows(options, /You are in\./);
  await shows(options, /In step with the server\./);
  await options.close();
  return { name, browser, between, count, watch, alone };
}

describe('two browsers of a team', () => {
  const chromium = useChromium();
  const firefox = useFirefox();

  beforeAll(async () => {
    server = await startNats();
    const team = {
      server: server.wsUrl,
      credentials: { kind: 'none' },
      teamId: 'acme',
      teamName: 'Acme',
    } as const;
    access = await createTeam({ ...team, passphrase: 'we call back in time' });
    const crypto = await createTeamCrypto(access.secrets.map(fromText));
    const at = { id: 'acme', bucket: bucketName('acme'), servers: [server.wsUrl], crypto };
    colleague = await anAgent(at, 'Colleague');
    await colleague.backOnline();
    seats.push(
      ...(await Promise.all([take('Chromium', chromium().browser), take('Firefox', firefox().browser)])),
    );
  });
  afterAll(async () => {
    for (const { between } of seats) between.close();
    await colleague?.end();
    await server?.stop();
  });

  async function colleagueAdds(callerName: string): Promise<string> {
    const entry = aCallback({ id: newId(), callerName });
    await colleague.add(entry);
    await colleague.inStep();
    return entry.id;
  }

  /** Whether the browser's list holds the entry. */
  function holds(screen: Screen, id: string): Promise<boolean> {
    return screen.run(async (wanted) => {
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answered(indexedDB.open('ringback'));
      const found = await answered(database.transaction('callbacks').objectStore('callbacks').get(wanted));
      database.close();
      return found !== undefined;
    }, id);
  }

  test('with no page open and nothing happening both browsers have hardly any traffic and little to compute', async () => {
    const before = seats.map(({ browser, count }) => ({ ...count, ...browser.cpuTime() }));
    await pass(minutes * minute);
    const figures = seats.map(({ name, browser, count, alone }, place) => {
      const now = { ...count, ...browser.cpuTime() };
      const was = before[place] ?? now;
      const aMinute = (one: keyof typeof now) => Math.round((now[one] - was[one]) / minutes);
      return {
        name,
        sent: aMinute('sent'),
        received: aMinute('received'),
        packets: aMinute('packets'),
        cpuMs: aMinute('all'),
        cpuMsOfExtensions: aMinute('extensions'),
        cpuMsAlone: alone,
      };
    });
    for (const one of figures) {
      console.log('idle, a minute:', JSON.stringify(one));
      await publish(`team-idle-${one.name.toLowerCase()}`, 0, one);
      expect(one.sent + one.received).toBeLessThan(16_384);
    }
    const [own] = figures;
    // A fiftieth of one core would be felt in a battery.
    expect(own?.cpuMsOfExtensions).toBeLessThan(minute / 50);
  });

  test('a background that is gone comes back on the sweep’s alarm by itself, and catches up', async () => {
    for (const { browser } of seats) {
      // The sweep's next one comes sooner than in five minutes, so that nobody waits for it.
      const options = await browser.openOwn('options.html');
      await options.run((when) => {
        const { chrome } = globalThis as unknown as {
          chrome: { alarms: { create(name: string, how: object): void } };
        };
        chrome.alarms.create('sweep', { when, periodInMinutes: 5 });
      }, Date.now() + minute);
      await options.close();
    }
    const rings = Date.now() + minute;
    // As the browsers do where nothing has happened for half a minute; while tests are attached they wait.
    await stopWorker(seats[0]?.watch as ChromiumScreen);
    await firefox().browser.stopBackground();
    const id = await colleagueAdds('While nobody was there');
    // Firefox may have begun again with what was on its way when it was stopped; Chromium waits for the alarm.
    expect(await holds(seats[0]?.watch as Screen, id)).toBe(false);
    await Promise.all(
      seats.map(async ({ name, watch }) => {
        await until(`${name} to catch up`, () => holds(watch, id), { within: 3 * minute, every: 200 });
        const seconds = (Date.now() - rings) / 1_000;
        console.log(`${name} has it ${seconds} s after the sweep was due`);
        await publish(`team-sweep-${name.toLowerCase()}`, 0, { seconds });
        // An alarm may be half a minute late.
        expect(seconds).toBeLessThan(40);
        if (name === 'Chromium') expect(seconds).toBeGreaterThan(-1);
      }),
    );
  });
});
