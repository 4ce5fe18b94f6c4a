import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TeamAccess } from '../../lib/team/config.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { useChromium, useFirefox } from '../e2e/use-browser.ts';
import type { Chromium } from '../support/browsers/chromium.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import { shows } from '../support/journey/form.ts';
import { type Between, standBetween } from '../support/nats/between.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { publish } from '../support/trust/figures.ts';

// Two browsers of a team with no page of Ringback open.
const minute = 60_000;
/** What is measured is divided by these. */
const minutes = 2;

/** One who has joined, with what goes over their connection. */
interface Seat {
  name: string;
  browser: Chromium | Firefox;
  between: Between;
  count: { sent: number; received: number; packets: number };
  /** Computed in a minute before there was a team, ms. */
  alone: number;
}

let server: NatsServer;
let access: TeamAccess;
const seats: Seat[] = [];

async function take(name: string, browser: Chromium | Firefox): Promise<Seat> {
  const count = { sent: 0, received: 0, packets: 0 };
  const between = await standBetween(server.wsPort, (way, bytes) => {
    count[way] += bytes;
    count.packets += 1;
  });
  // A picture of ours, which runs nothing: the browser goes on while no other page is open.
  await browser.openOwn('icon/16.png');
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
  return { name, browser, between, count, alone };
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
    seats.push(
      ...(await Promise.all([take('Chromium', chromium().browser), take('Firefox', firefox().browser)])),
    );
  });
  afterAll(async () => {
    for (const { between } of seats) between.close();
    await server?.stop();
  });

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
});
