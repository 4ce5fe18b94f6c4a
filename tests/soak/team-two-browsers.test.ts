import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { useChromium, useFirefox } from '../e2e/use-browser.ts';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';

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

  /**
   * When an entry with these words stood on a screen, by the machine's clock. The page itself looks: asking a
   * browser from outside takes longer than what is measured.
   */
  const shownAt = (panel: Screen, ...words: string[]): Promise<number> =>
    panel.run(
      (wanted) =>
        new Promise<number>((resolve, reject) => {
          const giveUp = Date.now() + 30_000;
          const look = () => {
            const texts = [...document.querySelectorAll('[data-callback]')].map(
              (item) => item.textContent ?? '',
            );
            if (texts.some((text) => wanted.every((word) => text.includes(word)))) resolve(Date.now());
            else if (Date.now() > giveUp) reject(new Error(`not shown: ${wanted.join(', ')}`));
            else setTimeout(look, 5);
          };
          look();
        }),
      words,
    );

  /** Does something on one side, and gives how much later than there it stands on the other. */
  async function delay(what: string, from: Screen, to: Screen, words: string[], act: () => Promise<unknown>) {
    const both = Promise.all([shownAt(from, ...words), shownAt(to, ...words)]);
    const [, [here, there]] = await Promise.all([act(), both]);
    console.log(`${what}: ${there - here} ms`);
    return there - here;
  }
  async function add(panel: Screen, name: string, phone: string): Promise<void> {
    await fillForm(panel, { name, phone, reason: 'Asks for a new time' });
    await save(panel);
  }

  it('two colleagues join with one code', async () => {
    ana = await join(chromium().browser, 'Ana');
    ben = await join(firefox().browser, 'Ben');
    // Both have begun once this one is there: from then on it is measured.
    await delay('the first, while Firefox connects', ana, ben, ['First Caller'], () =>
      add(ana, 'First Caller', '(415) 555-0111'),
    );
  });

  it('an entry one saves is on the other’s list within a second, and its cloud says when the team has it', async () => {
    const there = await delay('saved in Chromium, shown in Firefox', ana, ben, ['Dana Lee'], () =>
      add(ana, 'Dana Lee', '(415) 555-0132'),
    );
    expect(there).toBeLessThan(1_000);
    await (await callbackOf(ana, 'Dana Lee')).find('img', 'With the team');
    const back = await delay('saved in Firefox, shown in Chromium', ben, ana, ['Sam Roe'], () =>
      add(ben, 'Sam Roe', '(415) 555-0199'),
    );
    expect(back).toBeLessThan(1_000);
  });

  it('so is what is changed', async () => {
    const done = await delay('completed in Firefox', ben, ana, ['Dana Lee', 'completed'], async () =>
      (await ben.find('button', 'Complete: Dana Lee')).click(),
    );
    expect(done).toBeLessThan(1_000);
    const again = await delay('reopened in Chromium', ana, ben, ['Dana Lee', 'needs call'], async () =>
      (await ana.find('button', 'Needs call again: Dana Lee')).click(),
    );
    expect(again).toBeLessThan(1_000);
  });

  it('who takes a callback has it on both lists', async () => {
    const take = async (panel: Screen, name: string) => {
      await (await (await callbackOf(panel, 'Sam Roe')).find('button', 'Sam Roe')).click();
      await (await panel.find('combobox', 'Owner: Sam Roe')).fill(name);
      await panel.press('Enter');
    };
    expect(
      await delay('taken in Chromium', ana, ben, ['Sam Roe', 'Ana'], () => take(ana, 'Ana')),
    ).toBeLessThan(1_000);
    // Ben has had it from the start, and takes it over again.
    expect(
      await delay('taken over in Firefox', ben, ana, ['Sam Roe', 'Ben'], () => take(ben, 'Ben')),
    ).toBeLessThan(1_000);
  });

  it('while one is on the phone the other sees it', async () => {
    const calling = shownAt(ben, 'Sam Roe', 'Ana is calling');
    await (await (await callbackOf(ana, 'Sam Roe')).find('button', 'I called: Sam Roe')).click();
    await calling;
  });

  it('a background that was ended comes back while the panel is open, and catches up', async () => {
    await chromium().browser.killWorker();
    const late = shownAt(ana, 'Late Caller');
    await add(ben, 'Late Caller', '(415) 555-0177');
    await late;
    await delay('by the worker that came back', ana, ben, ['Next Caller'], () =>
      add(ana, 'Next Caller', '(415) 555-0178'),
    );
  });
});
