import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { useChromium, useFirefox } from '../e2e/use-browser.ts';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackOf, callbackTexts } from '../support/journey/list.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { until } from '../support/wait.ts';

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

  /** Waits until something shows, and says how long after it was done on the other side. */
  async function within(what: string, probe: () => Promise<unknown>): Promise<number> {
    const began = performance.now();
    await until(what, async () => (await probe()) !== undefined, { every: 10 });
    const took = Math.round(performance.now() - began);
    console.log(`${what}: ${took} ms`);
    return took;
  }
  const shown = (panel: Screen, name: string, words = '') =>
    callbackTexts(panel).then((texts) => texts.find((text) => text.includes(name) && text.includes(words)));

  it('two colleagues join with one code', async () => {
    ana = await join(chromium().browser, 'Ana');
    ben = await join(firefox().browser, 'Ben');
    // Both have begun: from here on it is measured.
    await fillForm(ana, { name: 'First Caller', phone: '(415) 555-0111', reason: 'Before anything' });
    await save(ana);
    await within('the first entry, while Firefox connects', () => shown(ben, 'First Caller'));
  });

  it('an entry one saves is on the other’s list within a second, and its cloud says when the team has it', async () => {
    await fillForm(ana, { name: 'Dana Lee', phone: '(415) 555-0132', reason: 'New arrival window' });
    await save(ana);
    expect(await within('saved in Chromium, shown in Firefox', () => shown(ben, 'Dana Lee'))).toBeLessThan(
      1_000,
    );
    await (await callbackOf(ana, 'Dana Lee')).find('img', 'With the team');
    await fillForm(ben, { name: 'Sam Roe', phone: '(415) 555-0199', reason: 'Invoice twice' });
    await save(ben);
    expect(await within('saved in Firefox, shown in Chromium', () => shown(ana, 'Sam Roe'))).toBeLessThan(
      1_000,
    );
  });

  it('so is what is changed', async () => {
    await (await ben.find('button', 'Complete: Dana Lee')).click();
    await statusSays(ben, /Dana Lee/);
    await within('completed in Firefox, shown in Chromium', () => shown(ana, 'Dana Lee', 'completed'));
    await (await ana.find('button', 'Needs call again: Dana Lee')).click();
    await statusSays(ana, /Dana Lee/);
    await within('reopened in Chromium, shown in Firefox', () => shown(ben, 'Dana Lee', 'needs call'));
  });

  it('who takes a callback has it on both lists', async () => {
    const take = async (panel: Screen, name: string) => {
      await (await (await callbackOf(panel, 'Sam Roe')).find('button', 'Sam Roe')).click();
      await (await panel.find('combobox', 'Owner: Sam Roe')).fill(name);
      await panel.press('Enter');
      await statusSays(panel, new RegExp(`handed over to ${name}`));
    };
    await take(ana, 'Ana');
    await within('taken in Chromium, shown in Firefox', () => shown(ben, 'Sam Roe', 'Ana'));
    await take(ben, 'Ben');
    await within('taken in Firefox, shown in Chromium', () => shown(ana, 'Sam Roe', 'Ben'));
  });

  it('while one is on the phone the other sees it', async () => {
    const item = await callbackOf(ana, 'Sam Roe');
    await (await item.find('button', 'I called: Sam Roe')).click();
    await within('calling in Chromium, shown in Firefox', () => shown(ben, 'Sam Roe', 'Ana is calling'));
  });

  it('a background that was ended comes back while the panel is open, and catches up', async () => {
    await chromium().browser.killWorker();
    await fillForm(ben, {
      name: 'Late Caller',
      phone: '(415) 555-0177',
      reason: 'While the worker was gone',
    });
    await save(ben);
    await within('written while the worker was gone', () => shown(ana, 'Late Caller'));
    await fillForm(ana, { name: 'Next Caller', phone: '(415) 555-0178', reason: 'Over the new connection' });
    await save(ana);
    await within('written by the worker that came back', () => shown(ben, 'Next Caller'));
  });
});
