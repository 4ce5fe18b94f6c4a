import { beforeAll, expect, it } from 'vitest';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import {
  clearForm,
  type FormInput,
  fillForm,
  formField,
  save,
  shows,
  statusSays,
} from '../support/journey/form.ts';
import { tabTo } from '../support/journey/keyboard.ts';
import { callbackCount, callbackOf, callbackTexts, chooseFor } from '../support/journey/list.ts';
import { setNumber, setToNow, startWork } from '../support/journey/options.ts';
import { until } from '../support/wait.ts';
import type { Workplace } from '../support/workplace.ts';

const people = ['Cut Off', 'Missed Max', 'Soon Pia', 'Dana Lee', 'Visit Vera', 'Old Otto'];

/** A day of calling back, one step after the other in one browser, with the real keys of the browser. */
export function callbackDay(workplace: () => Workplace<RingbackBrowser>): void {
  const open = (path: string) => workplace().browser.open(workplace().url(path));
  const press = async (command: 'capture' | 'call-dropped') => workplace().browser.pressCommand(command);
  const item = async (name: string) => (await callbackOf(panel, name)).text();
  const itemSays = (name: string, words: RegExp) =>
    until(`${name} to say ${words}`, async () => words.test(await item(name)));
  const click = async (name: string) => (await panel.find('button', name)).click();
  const add = async (input: FormInput) => {
    await fillForm(panel, input);
    await save(panel);
  };
  /** Says how the call went; some outcomes share their words with a status. */
  const went = async (outcome: string) => {
    await (await (await panel.find('group', 'How did it go?')).find('button', outcome)).click();
  };
  const callIt = async (name: string, outcome: string) => {
    await click(`I called: ${name}`);
    await went(outcome);
    await statusSays(panel, new RegExp(`^${name}: ${outcome}`));
  };
  const inNextCall = (name: string) => panel.find('heading', name);
  const review = async () => {
    await workplace().browser.clickToolbar(page);
    const popup = await workplace().browser.popup();
    await popup.find('heading', 'Review');
    return popup;
  };
  let page: Screen;
  let panel: Screen;

  beforeAll(async () => {
    await startWork(workplace().browser, 'Chris');
    page = await open('/customers/1042');
    await press('capture');
    panel = await workplace().browser.panel();
    await statusSays(panel, /^Captured Dana Lee/);
    await add({ reason: 'The invoice', time: 'in 2 hours' });
  });

  it('tells who has the caller already and since when, and merges the second call into the first', async () => {
    await press('capture');
    await shows(panel, /Dana Lee is on the list already.*Chris has it since today/);
    await fillForm(panel, { reason: 'The arrival window' });
    await click('Save callback');
    await statusSays(panel, /Merge, open it or add anyway/);
    await callbackCount(panel, 1);
    await click('Merge into it');
    await statusSays(panel, /^Merged into the callback of Dana Lee/);
    expect(await item('Dana Lee')).toMatch(/The invoice.*The arrival window.*called again once/);
    await callbackCount(panel, 1);
  });

  it('merges a dropped call of a caller who is on the list by itself', async () => {
    await press('call-dropped');
    await statusSays(panel, /^Dana Lee.* is on the list already\. Noted/);
    await itemSays('Dana Lee', /called again 2 times/);
    await callbackCount(panel, 1);
  });

  it('only suggests a switchboard, and adds it anyway', async () => {
    await fillForm(panel, { name: 'Ming Tanaka', phone: '(415) 555-0132' });
    await shows(panel, /on the list under another name, Dana Lee/);
    await click('Add anyway');
    await statusSays(panel, /^Saved Ming Tanaka/);
    await callbackCount(panel, 2);
    await chooseFor(panel, 'Ming Tanaka', 'Delete');
    await callbackCount(panel, 1);
  });

  it('puts first what is to be called first, and says why on hover', async () => {
    await add({ name: 'Old Otto', phone: '(415) 555-0144', kind: 're-engagement' });
    await add({ name: 'Visit Vera', phone: '(415) 555-0145', kind: 'post-job follow-up' });
    await add({ name: 'Soon Pia', phone: '(415) 555-0146', time: 'in 1 hour' });
    await add({ name: 'Missed Max', phone: '(415) 555-0147', kind: 'missed call' });
    await add({ name: 'Cut Off', phone: '(415) 555-0148', kind: 'disconnected' });
    await callbackCount(panel, 6);
    const texts = await callbackTexts(panel);
    expect(texts.map((text) => people.find((name) => text.includes(name)))).toEqual(people);
    const why = async (name: string) => (await panel.find('button', name)).attribute('title');
    expect(await why('Missed Max')).toBe('A call was missed today, its clock is running');
    expect(await why('Soon Pia')).toBe('By the time that was promised');
  });

  it('runs the clock of a missed call as it is set', async () => {
    await itemSays('Missed Max', /in [345] min/);
    await setNumber(workplace().browser, 'Missed calls are returned within', 60);
    await itemSays('Missed Max', /in (1 h|59 min|58 min)/);
  });

  it('goes through the calls with the keyboard alone', async () => {
    await workplace().browser.enterPanel();
    await (await panel.find('searchbox', 'Search callbacks')).focus();
    await tabTo(panel, 'Next call');
    await panel.press('Enter');
    await inNextCall('Cut Off');
    await panel.press('4');
    await statusSays(panel, /^Cut Off: no answer/);
    await panel.press('n');
    await inNextCall('Missed Max');
    await panel.press('3');
    await statusSays(panel, /^Missed Max: left message/);
    await panel.press('n');
    await inNextCall('Soon Pia');
    await panel.press('2');
    await panel.press('Enter');
    await statusSays(panel, /^Soon Pia: reached, needs more/);
    await panel.press('n');
    await inNextCall('Dana Lee');
    await panel.press('n');
    await inNextCall('Visit Vera');
    await panel.press('5');
    await statusSays(panel, /^Visit Vera: wrong number/);
    await panel.press('n');
    await inNextCall('Old Otto');
    await panel.press('b');
    await statusSays(panel, /^Old Otto: they called back/);
    await panel.press('Escape');
    await callbackCount(panel, 6);
    expect(await item('Cut Off')).toContain('called once · 1 attempt');
    expect(await item('Missed Max')).toContain('left message · 1 attempt');
    expect(await item('Soon Pia')).toContain('waiting on internal answer');
    expect(await item('Visit Vera')).toMatch(/no number.*needs call/);
    expect(await item('Old Otto')).toContain('completed');
  });

  it('writes the note of an attempt into the field the agent was in', async () => {
    await (await page.find('textbox', 'Internal note')).click();
    await click('Copy number: Dana Lee');
    await went('left message');
    await click('Insert in page');
    await statusSays(panel, /^Note inserted into “Internal note”/);
    const note = await (await page.find('textbox', 'Internal note')).value();
    expect(note).toMatch(/Callback attempt 1 · .* · Chris · left message/);
    expect(await item('Dana Lee')).not.toContain('not logged');
  });

  it('offers a time to try again, and the text to send', async () => {
    await click('Copy a text message');
    await statusSays(panel, /^Text copied/);
    await click('Try tomorrow morning');
    await statusSays(panel, /^Next call tomorrow, between/);
    await itemSays('Dana Lee', /tomorrow, 9:00 AM/);
    await click('Done');
  });

  it('asks whether to stop after so many calls in vain', async () => {
    await setNumber(workplace().browser, 'Ask whether to stop after', 2);
    await callIt('Cut Off', 'no answer');
    await shows(panel, /Called 2 times without reaching anyone/);
    await click('No longer needed');
    await statusSays(panel, /^Cut Off: no longer needed/);
  });

  it('copies the note where the page gives no access, and says so', async () => {
    const other = await open('/tickets/58213');
    await (await other.find('textbox', 'Internal note')).click();
    await callIt('Missed Max', 'no answer');
    await click('Insert in page');
    await statusSays(panel, /may not write into this page, so the note was copied/);
    expect(await (await other.find('textbox', 'Internal note')).value()).not.toContain('Callback attempt');
    await itemSays('Missed Max', /not logged/);
    await other.close();
    await workplace().browser.front(page);
    await click('Done');
  });

  it('asks for a new time while an answer is waited for, one click away', async () => {
    await chooseFor(panel, 'Soon Pia', 'Edit');
    await (await panel.find('textbox', 'Promised time: Soon Pia')).fill('in 5 minutes');
    await panel.press('Enter');
    await shows(panel, /No answer yet\? Call anyway and say when/);
    const times = await panel.find('group', 'New promised time: Soon Pia');
    await (await times.find('button', 'tomorrow morning')).click();
    await statusSays(panel, /^Soon Pia: Re-promised/);
    await itemSays('Soon Pia', /tomorrow, 9:00 AM/);
  });

  it('hands an entry over in one action and keeps who gave it to whom', async () => {
    await (await panel.find('combobox', 'Owner: Soon Pia')).fill('Priya');
    await panel.press('Enter');
    await statusSays(panel, /^Soon Pia handed over to Priya/);
    await shows(panel, /Chris gave it to Priya/);
    await click('Mine');
    await until('hers to be hidden', async () => !(await callbackTexts(panel)).join().includes('Soon Pia'));
    await click('No owner');
    await callbackCount(panel, 0);
    await click('All');
    await callbackCount(panel, 6);
  });

  it('shows earlier callbacks of the same number on the card', async () => {
    await click('Complete: Dana Lee');
    await fillForm(panel, { name: 'Dana Lee', phone: '(415) 555-0132', reason: 'A new question' });
    await shows(panel, /Called back on today.*completed/);
    await fillForm(panel, { time: 'in 30 minutes' });
    await save(panel);
    await click('Next call');
    await until('the card of the new one', async () => {
      const [card] = await panel.all('region', 'Before you call');
      const text = (await card?.text()) ?? '';
      if (!text.includes('A new question')) await panel.press('n');
      return /A new question.*Earlier callbacks.*The invoice/.test(text);
    });
    await panel.press('Escape');
  });

  it('saves no time that is over, not understood or outside working hours', async () => {
    await fillForm(panel, { name: 'Late Lou', phone: '(415) 555-0149' });
    for (const [time, question] of [
      ['today 9:30 am', /That time has passed/],
      ['whenever suits', /Not understood|was not understood/],
      ['tomorrow 11 pm', /outside working hours/],
    ] as const) {
      await (await formField(panel, 'time')).fill(time);
      await click('Save callback');
      await statusSays(panel, question);
      await callbackCount(panel, 7);
    }
    await clearForm(panel);
  });

  it('tells of a quiet period with calls waiting, and a click leads to the first of them', async () => {
    const options = await workplace().browser.openOwn('options.html');
    await setToNow(options, 'Period 1 starts at');
    const id = await until('the notification', async () =>
      (await workplace().browser.notifications()).find((shown) => shown.startsWith('focus|')),
    );
    await options.close();
    await workplace().browser.front(page);
    await workplace().browser.clickNotification(id);
    await panel.find('region', 'Next call');
    await click('Back to the list');
  });

  it('shows what is escalated and what is not logged in the review', async () => {
    await chooseFor(panel, 'Missed Max', 'Edit');
    await (await panel.find('textbox', 'Why escalate Missed Max')).fill('Third complaint');
    await panel.press('Enter');
    await statusSays(panel, /^Missed Max escalated/);
    const popup = await review();
    await popup.find('heading', 'Escalated (1)');
    await popup.find('heading', /^Not logged \([1-9]/);
    await shows(popup, /Escalated: Third complaint/);
    await shows(popup, /Callback attempt 2 · .* · Chris · no answer/);
  });

  it('is reviewed and closed with the keyboard alone', async () => {
    const popup = await workplace().browser.popup();
    await tabTo(popup, 'Number of Visit Vera');
    await popup.type('4155550150');
    await popup.press('Enter');
    await popup.find('heading', 'Missing phone number (0)');
    await tabTo(popup, 'New time for Visit Vera');
    await popup.type('tomorrow 10 am');
    await popup.press('Enter');
    await statusSays(popup, /^Visit Vera carried over/);
    await tabTo(popup, 'Close the day');
    await popup.press('Enter');
    await shows(popup, /Day closed at/);
  });

  it('shows the next morning how the day before went', async () => {
    // The night is skipped: the record is put on the day before.
    await panel.run(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opened = indexedDB.open('ringback');
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const days = database.transaction('closedDays', 'readwrite').objectStore('closedDays');
      const [today] = await new Promise<{ day: string }[]>((resolve) => {
        const read = days.getAll();
        read.onsuccess = () => resolve(read.result);
      });
      const day = Temporal.PlainDate.from(today?.day ?? '').subtract({ days: 1 });
      days.delete(today?.day ?? '');
      days.put({ ...today, day: day.toString() });
      await new Promise((resolve) => {
        days.transaction.oncomplete = resolve;
      });
      database.close();
    });
    const screen = await workplace().browser.openOwn('popup.html?window');
    await shows(screen, /: \d kept, \d late, 1 carried over\. Closed by Chris/);
    expect(await screen.all('heading', 'Review')).toHaveLength(1);
    await screen.close();
  });
}
