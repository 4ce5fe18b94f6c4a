import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { shows, statusSays } from '../support/journey/form.ts';
import { until } from '../support/wait.ts';
import { wordsOf } from '../support/words-of.ts';
import { useChromium } from './use-browser.ts';

const spoken = [
  { language: 'de', time: 'in 20 Minuten', understood: /heute, \d+:\d\d(?! ?[AP]M)/ },
  { language: 'ja', time: '20分後', understood: /今日 \d+:\d\d(?! ?[AP]M)/ },
] as const;

describe.each(spoken)('in a browser that speaks $language', ({ language, time, understood }) => {
  const workplace = useChromium({ locale: language });
  let words: Awaited<ReturnType<typeof wordsOf>>;
  let panel: ChromiumScreen;

  beforeAll(async () => {
    words = await wordsOf(language);
    const { browser } = workplace();
    await browser.clickToolbar(await browser.open(workplace().url('/dashboard')));
    await (await (await browser.popup()).find('button', words('review.openPanel'))).click();
    panel = await browser.panel();
  });

  it('the panel says which language it speaks', async () => {
    await panel.find('button', words('capture.button'));
    expect(await panel.run(() => document.documentElement.lang)).toBe(language);
  });

  it('the first steps lead to a page to try, which is captured like any other', async () => {
    const { browser } = workplace();
    await panel.find('region', words('firstMinute.label'));
    await (await panel.find('textbox', words('options.yourName'))).fill('Sam Agent');
    await (await panel.find('button', words('firstMinute.trySample'))).click();
    const opened = await until('the page to try', async () =>
      (await browser.browser.pages()).find((page) => page.url().endsWith('/sample.html')),
    );
    const sample = await ChromiumScreen.on(opened);
    await sample.find('heading', 'Dana Lee');
    expect(await accessibilityProblems(sample)).toEqual([]);
    await browser.clickToolbar(sample);
    await (await (await browser.popup()).find('button', words('capture.button'))).click();
    await statusSays(panel, /Dana Lee/);
    const value = async (name: string) => (await panel.find('textbox', words(name))).value();
    expect(await value('form.callerName')).toBe('Dana Lee');
    expect((await value('form.phone')).replace(/\D/g, '')).toMatch(/4155550132$/);
    expect(await value('form.reference')).toBe('T-58213');
    expect(await (await panel.find('combobox', words('form.owner'))).value()).toBe('Sam Agent');
  });

  it('a promised time is understood as it is said there, or in English', async () => {
    const promised = await panel.find('textbox', words('form.promisedTime'));
    await promised.fill('xyzzy');
    await shows(panel, new RegExp(words('promise.notUnderstood').slice(0, 12)));
    await promised.fill('in 2 hours');
    await shows(panel, understood);
    await promised.fill(time);
    // Only what is certain is saved.
    await (await panel.find('button', words('form.save'))).click();
    await statusSays(panel, new RegExp(`^${words('form.saved', 'Dana Lee')}`));
    await panel.find('button', words('list.fieldOf', words('common.menu'), 'Dana Lee'));
  });

  it('the screen is for everybody', async () => {
    expect(await accessibilityProblems(panel)).toEqual([]);
  });

  it('first steps that are put away stay away', async () => {
    await (await panel.find('button', words('firstMinute.done'))).click();
    await panel.page.reload();
    await panel.find('button', words('list.fieldOf', words('common.menu'), 'Dana Lee'));
    expect(await panel.all('region', words('firstMinute.label'))).toEqual([]);
  });
});
