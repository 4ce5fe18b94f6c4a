import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInvite, writeInvite } from '../../lib/team/invite.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { stopWorker } from '../support/browsers/stop-worker.ts';
import { fillForm, shows } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { noteAct, noteShown } from '../support/journey/shown-at.ts';
import { selfSigned } from '../support/nats/certificate.ts';
import { freePorts } from '../support/nats/ports.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { useChromium, useFirefox } from './use-browser.ts';

/** From the click of one to the list of the other, ms. */
const atMost = 1_000;

// A lead in Chromium, a colleague in Firefox, and a real server between them.
describe('two agents', () => {
  const chromium = useChromium();
  const firefox = useFirefox();
  let server: NatsServer;
  let secured: NatsServer;
  let invite: string;
  let ana: Screen;
  let ben: Screen;

  beforeAll(async () => {
    const { cert, key } = selfSigned();
    [server, secured] = await Promise.all([startNats(), startNats({ tls: { cert, key } })]);
  });
  afterAll(() => Promise.all([server?.stop(), secured?.stop()]));

  /** Acts on one side, and gives how much later it stands in the other's list. */
  async function delay(
    what: string,
    [from, to]: [Screen, Screen],
    words: string[],
    act: () => Promise<unknown>,
  ): Promise<number> {
    const [acted, seen] = await Promise.all([noteAct(from), noteShown(to, words)]);
    await act();
    const [began, shown] = await Promise.all([acted(), seen()]);
    console.log(`${what}: ${shown - began} ms`);
    return shown - began;
  }

  async function add(what: string, [from, to]: [Screen, Screen], name: string) {
    await fillForm(from, { name });
    const button = await from.find('button', 'Save callback');
    return delay(what, [from, to], [name], () => button.click());
  }

  it('the lead is told what is wrong, starts a team, tries the connection and invites', async () => {
    const options = await chromium().browser.openOwn('options.html');
    // Who works alone has loaded none of it.
    const loaded = () => options.run(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).join()).not.toMatch(/setup-/);
    await (await options.find('button', 'Start a team')).click();
    const [nobody] = await freePorts(1);
    await (await options.find('textbox', 'Server')).fill(`ws://127.0.0.1:${nobody}`);
    await (await options.find('combobox', 'Sign in with')).choose('Nothing (a trial on this computer)');
    await (await options.find('textbox', 'Team name')).fill('Northgate Service');
    await (await options.find('textbox', 'Team passphrase')).fill('we call back in time');
    await (await options.find('textbox', 'Your name in the team')).fill('Ana');
    await (await options.find('button', 'Start the team')).click();
    await shows(options, /Nothing answers at that address\./);
    await (await options.find('textbox', 'Server')).fill(server.wsUrl);
    await (await options.find('button', 'Start the team')).click();
    await shows(options, /The team is there\. Invite your colleagues\./);
    await shows(options, /You are Ana in “Northgate Service”\./);
    // Once the background is connected as well, nothing above the button moves any more.
    await shows(options, /In step with the server\./);
    await shows(options, /Ana \(you\)/);
    await (await options.find('button', 'Test the connection')).click();
    await shows(options, /The connection works\./);
    // Browsers give a summary roles of their own.
    await options.run(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await (await options.find('button', 'Make the invite')).click();
    invite = await (await options.find('textbox', 'Invite code')).value();
    ana = await chromium().browser.openOwn('sidepanel.html');
  });

  it('a colleague is told of a certificate nobody vouches for, joins with the code, and sees what the lead saves', async () => {
    const options = await firefox().browser.openOwn('options.html');
    await (await options.find('button', 'Join a team')).click();
    const code = await options.find('textbox', 'Invite code');
    const read = await readInvite(invite);
    if (!read.ok) throw new Error(read.problem);
    await code.fill(await writeInvite({ ...read.access, server: secured.wsUrl }));
    await (await options.find('textbox', 'Your name in the team')).fill('Ben');
    const join = await options.find('button', 'Join the team');
    await join.click();
    await shows(options, /its certificate is not accepted/);
    await code.fill(invite);
    await join.click();
    await shows(options, /You are Ben in “Northgate Service”\./);
    ben = await firefox().browser.openOwn('sidepanel.html');
    // Both have begun once this one is there: from then on it is measured.
    await add('the first, while Firefox connects', [ana, ben], 'First Caller');
  });

  it('an entry one saves is on the other’s list within a second, and its cloud says when the team has it', async () => {
    const cloud = await noteShown(ana, ['Dana Lee', 'With the team']);
    expect(await add('saved in Chromium, shown in Firefox', [ana, ben], 'Dana Lee')).toBeLessThan(atMost);
    await cloud();
    expect(await add('saved in Firefox, shown in Chromium', [ben, ana], 'Sam Roe')).toBeLessThan(atMost);
  });

  it('so is what is changed', async () => {
    const complete = await ben.find('button', 'Complete: Dana Lee');
    expect(
      await delay('completed in Firefox', [ben, ana], ['Dana Lee', 'completed'], () => complete.click()),
    ).toBeLessThan(atMost);
    const again = await ana.find('button', 'Needs call again: Dana Lee');
    expect(
      await delay('reopened in Chromium', [ana, ben], ['Dana Lee', 'needs call'], () => again.click()),
    ).toBeLessThan(atMost);
  });

  it('who takes a callback has it on both lists', async () => {
    const name = async (panel: Screen, owner: string) => {
      await (await (await callbackOf(panel, 'Sam Roe')).find('button', 'Sam Roe')).click();
      await (await panel.find('combobox', 'Owner: Sam Roe')).fill(owner);
    };
    await name(ana, 'Ana');
    expect(
      await delay('taken in Chromium', [ana, ben], ['Sam Roe', 'Ana'], () => ana.press('Enter')),
    ).toBeLessThan(atMost);
    await name(ben, 'Ben');
    expect(
      await delay('taken back in Firefox', [ben, ana], ['Sam Roe', 'Ben'], () => ben.press('Enter')),
    ).toBeLessThan(atMost);
  });

  it('while one is on the phone the other sees it', async () => {
    const called = await (await callbackOf(ana, 'Sam Roe')).find('button', 'I called: Sam Roe');
    expect(
      await delay('calling in Chromium', [ana, ben], ['Sam Roe', 'Ana is calling'], () => called.click()),
    ).toBeLessThan(atMost);
  });

  it('a background that was ended comes back while the panel is open, and catches up', async () => {
    // Told by the browser itself: the page starts the next at once, so none is gone for long.
    await stopWorker(ana as ChromiumScreen);
    // The page notices at once, and starts it again.
    const late = await add('written while the worker was gone', [ben, ana], 'Late Caller');
    expect(late).toBeLessThan(2 * atMost);
    expect(await add('by the worker that came back', [ana, ben], 'Next Caller')).toBeLessThan(atMost);
  });
});
