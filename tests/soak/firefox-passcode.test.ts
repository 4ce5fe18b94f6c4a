import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Screen } from '../support/browsers/screen.ts';
import { fillForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackOf } from '../support/journey/list.ts';
import {
  askForCapture,
  changePasscode,
  leaveUnused,
  remindBefore,
  turnPasscodeOn,
  unlock,
} from '../support/journey/passcode.ts';
import { everythingStored } from '../support/journey/stored.ts';
import { until } from '../support/wait.ts';
import { firefoxWorkplace, type Workplace } from '../support/workplace.ts';

const name = 'Xylandra Quagmire';
const told = /Quagmire|555-?0173|zanzibar/;
const [first, passcode] = ['correct horse', 'correct horse battery'];
const isLocked = (screen: Screen) => screen.find('heading', 'Ringback is locked');

let workplace: Workplace;
beforeAll(async () => {
  workplace = await firefoxWorkplace();
});
afterAll(() => workplace?.close());

it('a passcode is set and changed in Firefox, and nothing that is stored tells who or why', async () => {
  const { browser } = workplace;
  const panel = await browser.openOwn('sidepanel.html');
  await fillForm(panel, {
    name,
    phone: '(415) 555-0173',
    reason: 'zanzibar radiator',
    time: 'in 30 minutes',
  });
  await save(panel);
  const options = await turnPasscodeOn(browser, first);
  expect(await everythingStored(options)).not.toMatch(told);
  await changePasscode(options, first, passcode);
});

it('unused for so long it locks itself; reminders come without a name and captures are refused', async () => {
  const { browser } = workplace;
  const panel = await browser.openOwn('sidepanel.html');
  await callbackOf(panel, name);
  await leaveUnused(panel, 16);
  await isLocked(panel);
  await shows(panel, /1 open callback/);
  expect((await browser.badge()).text).toBe('1');
  await remindBefore(panel, 45);
  const titles = await until('the reminder', async () => {
    const shown = await panel.run(async () => {
      const { browser: api } = globalThis as unknown as {
        browser: { notifications: { getAll(): Promise<Record<string, { title: string; message: string }>> } };
      };
      return Object.values(await api.notifications.getAll()).map(
        ({ title, message }) => `${title} ${message}`,
      );
    });
    return shown.length > 0 && shown;
  });
  expect(titles.join()).not.toMatch(told);
  await askForCapture(panel);
  await statusSays(panel, /^Nothing was captured, because Ringback is locked/);
});

it('the old passcode opens nothing any more, the new one gives the list back', async () => {
  const panel = await workplace.browser.openOwn('sidepanel.html');
  await unlock(panel, first);
  await shows(panel, /This passcode is not right/);
  await unlock(panel, passcode);
  await callbackOf(panel, name);
});

it('after a restart it is locked, with the badge right', async () => {
  const { browser } = workplace;
  await browser.restart();
  const panel = await browser.openOwn('sidepanel.html');
  await isLocked(panel);
  await until('the badge', async () => (await browser.badge()).text === '1');
});
