import type { RingbackBrowser } from '../browsers/browser.ts';
import type { Screen } from '../browsers/screen.ts';
import { until } from '../wait.ts';
import { statusSays } from './form.ts';

/** Gives the agent a name and a working day today, whatever day it is. */
export async function startWork(browser: RingbackBrowser, name: string): Promise<void> {
  const options = await browser.openOwn('options.html');
  await (await options.find('textbox', 'Your name')).fill(name);
  await options.press('Tab');
  await statusSays(options, /^Saved$/);
  await tickWholeWeek(options);
  await options.close();
}

/** Has the agent work today, whatever day it is: on a weekend no clock of working time would run. */
export async function workWholeWeek(browser: RingbackBrowser): Promise<void> {
  const options = await browser.openOwn('options.html');
  await tickWholeWeek(options);
  await options.close();
}

async function tickWholeWeek(options: Screen): Promise<void> {
  for (const day of ['Sat', 'Sun']) await (await options.find('checkbox', day)).click();
  await until('seven working days to be kept', () =>
    options.run(() => document.querySelectorAll('fieldset input[type=checkbox]:checked').length === 7),
  );
}

/** Writes a number into one field of the options. */
export async function setNumber(browser: RingbackBrowser, name: string, value: number): Promise<void> {
  const options = await browser.openOwn('options.html');
  await (await options.find('spinbutton', name)).fill(String(value));
  await options.press('Tab');
  await statusSays(options, /^Saved$/);
  await options.close();
}

/** Types the time it is now into a time field of the options, as its segments are typed. */
export async function setToNow(options: Screen, name: string): Promise<void> {
  const segments = await options.run(() =>
    new Date()
      .toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit', hour12: true })
      .replace(/[^0-9AP]/g, ''),
  );
  // Firefox gives a time field no role of its own, so it is found by its label.
  await until(`the field ${name}`, () =>
    options.run((label) => {
      const labels = Array.from(document.querySelectorAll('label'));
      const field = labels.find(({ textContent }) => textContent === label)?.control;
      field?.focus();
      return field !== undefined && field === document.activeElement;
    }, name),
  );
  await options.type(segments);
  await options.press('Tab');
  await statusSays(options, /^Saved$/);
}
