import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { tokenAuthenticator, usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';
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
import { root } from '../support/paths.ts';
import { until } from '../support/wait.ts';
import { useChromium, useFirefox } from './use-browser.ts';

/** Browsers give a summary roles of their own. Runs in the page. */
function openDetails(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** From the click of one to the list of the other, ms. */
const atMost = 1_000;

const teamConf = readFileSync(join(root, 'lib', 'team', 'server', 'team.conf'), 'utf8');
const subject = 'ringback.acme.requests';

// A lead in Chromium, a colleague in Firefox, and a real server between them, with its users as shipped.
describe('two agents', () => {
  const chromium = useChromium();
  const firefox = useFirefox();
  let server: NatsServer;
  let secured: NatsServer;
  let tokens: NatsServer;
  let old: NatsServer;
  let off: NatsServer;
  let invite: string;
  let ana: Screen;
  let ben: Screen;

  beforeAll(async () => {
    [server, secured, tokens, old, off] = await Promise.all([
      startNats({ conf: teamConf }),
      startNats({ tls: selfSigned() }),
      startNats({ conf: 'authorization { token: "only-for-us" }' }),
      startNats({ version: '2.9' }),
      startNats({ jetStream: false }),
    ]);
    const nc = await wsconnect({ servers: tokens.wsUrl, authenticator: tokenAuthenticator('only-for-us') });
    await new Kvm(nc).create('ringback_newer', { metadata: { 'ringback-format': '2' } });
    await nc.close();
  });
  afterAll(() => Promise.all([server, secured, tokens, old, off].map((one) => one?.stop())));

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

  /** Hands in a request as the phone system would, and waits until somebody of the team has seen to it. */
  async function ask(told: string): Promise<void> {
    const connect = (user: string, inboxPrefix: string) =>
      wsconnect({
        servers: server.wsUrl,
        authenticator: usernamePasswordAuthenticator(user, `CHANGE-${user}`),
        inboxPrefix,
      });
    const [outside, lead] = await Promise.all([
      connect('phone-system', '_INBOX_requests'),
      connect('lead', '_INBOX'),
    ]);
    const { streams } = await jetstreamManager(lead);
    await outside.request(subject, told);
    await until('the request to be gone', async () => {
      const { state } = await streams.info('ringback_acme_requests');
      return state.messages === 0;
    });
    await Promise.all([outside.close(), lead.close()]);
  }

  it('the lead is told in plain words what is wrong, whatever it is', async () => {
    const options = await chromium().browser.openOwn('options.html');
    // Who works alone has loaded none of it.
    const loaded = () => options.run(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).join()).not.toMatch(/setup-/);
    await (await options.find('button', 'Start a team')).click();
    const fill = async (name: string, text: string) => (await options.find('textbox', name)).fill(text);
    const signIn = async (how: string) => (await options.find('combobox', 'Sign in with')).choose(how);
    const start = async (words: RegExp) => {
      await (await options.find('button', 'Start the team')).click();
      await shows(options, words);
    };
    const [nobody] = await freePorts(1);
    await signIn('Nothing (a trial on this computer)');
    await fill('Team name', 'Northgate Service');
    await fill('Team id', 'acme');
    await fill('Team passphrase', 'we call back in time');
    await fill('Your name in the team', 'Ana');
    for (const [address, words] of [
      [`ws://127.0.0.1:${nobody}`, /Nothing answers at that address\./],
      // Chromium tells no script which; Firefox does, below.
      [secured.wsUrl, /Either nothing answers there, or the certificate is not accepted/],
      [off.wsUrl, /JetStream is off on this server or for this account\./],
      [old.wsUrl, /This server is too old \(2\.9\.\d+\)\. Ringback needs 2\.10 or newer/],
    ] as const) {
      await fill('Server', address);
      await start(words);
    }
    await fill('Server', tokens.wsUrl);
    await signIn('Token');
    await fill('Token', 'somebody else’s');
    await start(/The server does not accept these credentials\./);
    await fill('Token', 'only-for-us');
    await fill('Team id', 'newer');
    await start(/The team’s list was made by a newer Ringback\. Update this one\./);
    // With the right one the team is there, and is left again.
    await fill('Team id', 'acme');
    await start(/The team is there\. Invite your colleagues\./);
    await shows(options, /In step with the server\./);
    await options.run(openDetails);
    await (await options.find('button', 'Leave and keep the callbacks here')).click();
    await shows(options, /You have left the team\./);
    await options.close();
  });

  it('the lead starts a team with user and password, tries the connection and invites', async () => {
    const options = await chromium().browser.openOwn('options.html');
    const fill = async (name: string, text: string) => (await options.find('textbox', name)).fill(text);
    await (await options.find('button', 'Start a team')).click();
    await fill('Server', server.wsUrl);
    await fill('User', 'chris');
    await fill('Password', 'CHANGE-chris');
    await fill('Team name', 'Northgate Service');
    await fill('Team id', 'acme');
    await fill('Team passphrase', 'we call back in time');
    await fill('Your name in the team', 'Ana');
    const start = await options.find('button', 'Start the team');
    await start.click();
    // A member may not make a team.
    await shows(options, /The server does not permit this \(\$JS\.API\.STREAM\.CREATE\.KV_ringback_acme\)\./);
    await fill('User', 'lead');
    await fill('Password', 'CHANGE-lead');
    await start.click();
    await shows(options, /The team is there\. Invite your colleagues\./);
    await shows(options, /You are Ana in “Northgate Service”\./);
    // Once the background is connected as well, nothing above the button moves any more.
    await shows(options, /In step with the server\./);
    await shows(options, /Ana \(you\)/);
    // What the phone system sent is no request: it stands where it can be seen, with the reason.
    await ask('{"name":"Dana Lee","kind":"urgent"}');
    await (await options.find('button', 'Test the connection')).click();
    await shows(options, /The connection works\./);
    await shows(options, /Refused requests[\s\S]*kind: /);
    await shows(options, /What is not sealed to it comes in the clear/);
    await options.run(openDetails);
    // A user of his own for the colleague.
    await (await options.find('combobox', 'Sign in with')).choose('User and password');
    await fill('User', 'chris');
    await fill('Password', 'CHANGE-chris');
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
    // A page that was opened a moment ago knows nothing of how long the worker has run.
    await ana.close();
    ana = await chromium().browser.openOwn('sidepanel.html');
    await shows(ana, /Sam Roe/);
    // Told by the browser itself: the page starts the next at once, so none is gone for long.
    await stopWorker(ana as ChromiumScreen);
    // The page notices at once, and starts it again.
    const late = await add('written while the worker was gone', [ben, ana], 'Late Caller');
    expect(late).toBeLessThan(2 * atMost);
    expect(await add('by the worker that came back', [ana, ben], 'Next Caller')).toBeLessThan(atMost);
  });
});
