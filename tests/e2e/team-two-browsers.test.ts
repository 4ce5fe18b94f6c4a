import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { until } from '../support/wait.ts';
import { useChromium, useFirefox } from './use-browser.ts';

// One with each browser, and a real server between them.
describe('two agents', () => {
  const chromium = useChromium();
  const firefox = useFirefox();
  let server: NatsServer;
  let invite: string;
  let ana: Screen;
  let ben: Screen;

  beforeAll(async () => {
    server = await startNats();
    const access = await createTeam({
      server: server.wsUrl,
      credentials: { kind: 'none' },
      teamId: 'northgate',
      teamName: 'Northgate Service',
      passphrase: 'a boiler in every room',
    });
    invite = await writeInvite(access);
  });
  afterAll(() => server?.stop());

  /** Joins with the invite, as a colleague does, and gives the panel. */
  async function join(browser: RingbackBrowser, name: string): Promise<Screen> {
    const options = await browser.openOwn('options.html');
    await (await options.find('button', 'Join a team')).click();
    await (await options.find('textbox', 'Invite code')).fill(invite);
    await (await options.find('textbox', 'Your name in the team')).fill(name);
    await (await options.find('button', 'Join the team')).click();
    await shows(options, /You are in\./);
    return browser.openOwn('sidepanel.html');
  }

  it('two colleagues join with one code', async () => {
    ana = await join(chromium().browser, 'Ana');
    ben = await join(firefox().browser, 'Ben');
  });

  it('an entry one saves is on the other’s list within a second, and its cloud says when the team has it', async () => {
    await fillForm(ana, {
      name: 'Dana Lee',
      phone: '(415) 555-0132',
      reason: 'New arrival window',
      owner: '',
    });
    await save(ana);
    const began = performance.now();
    await callbackOf(ben, 'Dana Lee', { every: 10 });
    const took = performance.now() - began;
    console.log(`from saved in Chromium to shown in Firefox: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(1_000);
    await (await callbackOf(ana, 'Dana Lee')).find('img', 'With the team');
  });

  it('and the other way round, with what is changed', async () => {
    await fillForm(ben, { name: 'Sam Roe', phone: '(415) 555-0199', reason: 'Invoice twice' });
    await save(ben);
    const began = performance.now();
    await callbackOf(ana, 'Sam Roe', { every: 10 });
    const took = performance.now() - began;
    console.log(`from saved in Firefox to shown in Chromium: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(1_000);
    await (await ben.find('button', 'Complete: Dana Lee')).click();
    await ana.find('button', 'Needs call again: Dana Lee');
  });

  it('who takes a callback has it on both lists', async () => {
    const owner = async (panel: Screen, name: string) => {
      await (await (await callbackOf(panel, 'Sam Roe')).find('button', 'Sam Roe')).click();
      await (await panel.find('combobox', 'Owner: Sam Roe')).fill(name);
      await panel.press('Enter');
      await statusSays(panel, new RegExp(`handed over to ${name}`));
    };
    await owner(ana, 'Ana');
    await until('Ben sees that Ana has it', async () =>
      (await (await callbackOf(ben, 'Sam Roe')).text()).includes('Ana'),
    );
    await owner(ben, 'Ben');
    await until('Ana sees that Ben has it', async () =>
      (await (await callbackOf(ana, 'Sam Roe')).text()).includes('Ben'),
    );
  });

  it('while one is on the phone the other sees it', async () => {
    const item = await callbackOf(ana, 'Sam Roe');
    await (await item.find('button', 'I called: Sam Roe')).click();
    await until('Ben sees who is calling', async () =>
      (await (await callbackOf(ben, 'Sam Roe')).text()).includes('Ana is calling'),
    );
  });

  it('a background that was ended comes back and catches up', async () => {
    await fillForm(ben, {
      name: 'Late Caller',
      phone: '(415) 555-0177',
      reason: 'While the worker was gone',
    });
    await chromium().browser.killWorker();
    await save(ben);
    await callbackOf(ana, 'Late Caller', { within: 60_000 });
  });
});
