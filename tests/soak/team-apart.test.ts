import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInvite, writeInvite } from '../../lib/team/invite.ts';
import { useChromium, useFirefox } from '../e2e/use-browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, shows } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { noteShown } from '../support/journey/shown-at.ts';
import { type Between, standBetween } from '../support/nats/between.ts';
import { anOperator } from '../support/nats/operator.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { until } from '../support/wait.ts';

/** How long the network is away: longer than a write waits for its acknowledgement, ms. */
const away = 15_000;

/** Chooses a .creds file, without the browser's picker. */
function chooseCreds(options: Screen, content: string): Promise<void> {
  return options.run((text) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file][accept*=".creds"]');
    if (!input) throw new Error('nobody asks for a .creds file');
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'user.creds'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
}

/** What the list holds, entry by entry, as it is stored. */
async function stored(
  panel: Screen,
): Promise<{ id: string; callerName: string; history: { id: string }[] }[]> {
  const rows = await panel.run(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answered(indexedDB.open('ringback'));
    const all = await answered(database.transaction('callbacks').objectStore('callbacks').getAll());
    database.close();
    return JSON.stringify(all);
  });
  return JSON.parse(rows);
}

async function take(panel: Screen, caller: string, owner: string): Promise<void> {
  await (await (await callbackOf(panel, caller)).find('button', caller)).click();
  await (await panel.find('combobox', `Owner: ${caller}`)).fill(owner);
  await panel.press('Enter');
}

async function save(panel: Screen, name: string, owner?: string): Promise<void> {
  await fillForm(panel, owner === undefined ? { name } : { name, owner });
  await (await panel.find('button', 'Save callback')).click();
  await callbackOf(panel, name);
}

// A lead in Chromium, a colleague in Firefox whose network fails, and a server whose users have .creds files.
describe('two agents with .creds files', () => {
  const chromium = useChromium();
  const firefox = useFirefox();
  const operator = anOperator();
  const all = { publish: ['>'], subscribe: ['>'] };
  let server: NatsServer;
  let between: Between;
  let invite: string;
  let ana: Screen;
  let ben: Screen;

  beforeAll(async () => {
    server = await startNats({ conf: operator.conf });
    between = await standBetween(server.wsPort);
  });
  afterAll(async () => {
    between?.close();
    await server?.stop();
  });

  test('the lead starts a team with one, after one that has expired was refused', async () => {
    const options = await chromium().browser.openOwn('options.html');
    await (await options.find('button', 'Start a team')).click();
    await (await options.find('textbox', 'Server')).fill(server.wsUrl);
    await (await options.find('combobox', 'Sign in with')).choose('.creds file');
    await (await options.find('textbox', 'Team name')).fill('Acme');
    await (await options.find('textbox', 'Team passphrase')).fill('we call back in time');
    await (await options.find('textbox', 'Your name in the team')).fill('Ana');
    const start = await options.find('button', 'Start the team');
    await chooseCreds(options, 'hello');
    await start.click();
    await shows(options, /This is not a \.creds file\./);
    await chooseCreds(options, operator.creds('gone', all, Math.floor(Date.now() / 1_000) - 60));
    await start.click();
    await shows(options, /The server does not accept these credentials\./);
    await chooseCreds(options, operator.creds('ana', all));
    await start.click();
    await shows(options, /The team is there\. Invite your colleagues\./);
    await shows(options, /In step with the server\./);
    await (await options.find('button', 'Test the connection')).click();
    await shows(options, /The connection works\./);
    await options.run(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    // A user of his own for the colleague.
    await (await options.find('combobox', 'Sign in with')).choose('.creds file');
    await chooseCreds(options, operator.creds('ben', all));
    await (await options.find('button', 'Make the invite')).click();
    invite = await (await options.find('textbox', 'Invite code')).value();
    ana = await chromium().browser.openOwn('sidepanel.html');
  });

  test('a colleague joins with the one his invite has', async () => {
    const read = await readInvite(invite);
    if (!read.ok) throw new Error(read.problem);
    expect(read.access.credentials.kind).toBe('creds');
    const options = await firefox().browser.openOwn('options.html');
    await (await options.find('button', 'Join a team')).click();
    await (await options.find('textbox', 'Invite code')).fill(
      await writeInvite({ ...read.access, server: between.wsUrl }),
    );
    await (await options.find('textbox', 'Your name in the team')).fill('Ben');
    await (await options.find('button', 'Join the team')).click();
    await shows(options, /You are Ben in “Acme”\./);
    ben = await firefox().browser.openOwn('sidepanel.html');
  });

  test.each([
    ['stalls without a word', () => between.stall()],
    ['is cut', () => between.cut()],
  ])(
    'what both do while the network of one %s is with both once it is back, and one has what both took',
    async (how, fail) => {
      const shared = `Shared, ${how}`;
      await save(ana, shared, 'Kim');
      await callbackOf(ben, shared);
      fail();
      await save(ana, `Ana's, ${how}`);
      await save(ben, `Ben's, ${how}`);
      await take(ana, shared, 'Ana');
      await take(ben, shared, 'Ben');
      await pass(away);
      // Nothing is said to be with the team that is not.
      const saved = await (await callbackOf(ben, `Ben's, ${how}`)).all('img', 'With the team');
      expect(saved).toEqual([]);
      const shown = await Promise.all([
        noteShown(ana, [`Ben's, ${how}`]),
        noteShown(ben, [`Ana's, ${how}`]),
        noteShown(ben, [`Ben's, ${how}`, 'With the team']),
        noteShown(ben, [shared, 'Ana']),
      ]);
      between.join();
      const joined = Date.now();
      const later = await Promise.all(shown.map((noted) => noted()));
      console.log(`${how}: with both ${(Math.max(...later) - joined) / 1_000} s after the network was back`);
      // The longest pause between two tries to connect, and a moment.
      expect(Math.max(...later) - joined).toBeLessThan(17_000);
      const lists = await until('both to hold the same', async () => {
        const [one, other] = await Promise.all([stored(ana), stored(ben)]);
        return JSON.stringify(one) === JSON.stringify(other) && one;
      });
      const names = lists.map(({ callerName }) => callerName);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining([shared, `Ana's, ${how}`, `Ben's, ${how}`]));
      for (const { history } of lists) expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
    },
  );
});
