import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, type ColourScheme, showScheme } from '../support/axe.ts';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { clearForm, type FormInput, fillForm, save, shows } from '../support/journey/form.ts';
import { chooseFor } from '../support/journey/list.ts';
import { startWork } from '../support/journey/options.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

const schemes: ColourScheme[] = ['light', 'dark'];
const longName = 'Maximiliana Wolkenstein-Featherstonehaugh of Upper Brackenbury';

describe('the screens of the callback day are whole, and for everybody', () => {
  const workplace = useChromium();
  const click = async (name: string) => (await panel.find('button', name)).click();
  const add = async (input: FormInput) => {
    await fillForm(panel, input);
    await save(panel);
  };
  const went = async (outcome: string) => {
    await (await (await panel.find('group', 'How did it go?')).find('button', outcome)).click();
  };
  /** Nothing breaks a rule, is cut off, or is too small to hit, in a sidebar as narrow as any. */
  const check = async (screen: ChromiumScreen) => {
    for (const scheme of schemes) {
      await showScheme(screen, scheme);
      expect(await accessibilityProblems(screen)).toEqual([]);
    }
    for (const width of [240, 320, 400]) {
      await screen.page.setViewport({ width, height: 720 });
      expect(await screen.run(misplaced), `${width} px`).toEqual([]);
    }
  };
  let panel: ChromiumScreen;

  beforeAll(async () => {
    await startWork(workplace().browser, 'Chris');
    // In a tab, because the browser decides how wide the real panel is.
    panel = (await workplace().browser.openOwn('sidepanel.html')) as ChromiumScreen;
    await add({ name: 'Dana Lee', phone: '(415) 555-0132', time: 'in 2 hours' });
    await add({
      name: longName,
      phone: '+44 20 7946 0958',
      reason: 'Wants the arrival window moved because the gate code has changed',
      reference: 'NG-1042-ABCDEFGH-123456',
      time: 'in 8 minutes',
      status: 'waiting on internal answer',
    });
  });

  it('an attempt under way, and what follows it', async () => {
    await click('I called: Dana Lee');
    await panel.find('group', 'How did it go?');
    await check(panel);
    await went('no answer');
    await panel.find('button', 'Copy note');
    await check(panel);
    await click('Done');
  });

  it('the editor of an entry that waits on an answer', async () => {
    await chooseFor(panel, longName, 'Edit');
    await panel.find('checkbox', 'Voicemail heard');
    await check(panel);
    await click('Done');
  });

  it('the notice of a caller who is on the list', async () => {
    await fillForm(panel, { name: 'Dana Lee', phone: '(415) 555-0132' });
    await shows(panel, /Dana Lee is on the list already/);
    await check(panel);
    await clearForm(panel);
  });

  it('Next call mode, before and after a call', async () => {
    await click('Next call');
    await until('the long name', async () => {
      const shown = (await panel.all('heading', longName)).length > 0;
      if (!shown) await panel.press('n');
      return shown;
    });
    await check(panel);
    await panel.press('2');
    await check(panel);
    await panel.press('Escape');
    await panel.press('5');
    await panel.find('textbox', `Phone number: ${longName}`);
    await check(panel);
    await panel.press('Escape');
  });

  it('the review', async () => {
    const review = (await workplace().browser.openOwn('popup.html?window')) as ChromiumScreen;
    await review.find('heading', /^Not logged \([1-9]/);
    await check(review);
    await review.close();
  });

  it('the options', async () => {
    const options = (await workplace().browser.openOwn('options.html')) as ChromiumScreen;
    await options.find('spinbutton', 'Ask whether to stop after');
    await check(options);
    await options.close();
  });
});

/** Controls that are cut off or smaller than 24 px; sent into the page, so it stands alone. */
function misplaced(): string[] {
  const width = document.documentElement.clientWidth;
  const problems = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
  for (const control of document.querySelectorAll<HTMLInputElement>(
    'button, a, input, select, textarea, summary',
  )) {
    const boxes = [control, ...(control.labels ?? [])].map((part) => part.getBoundingClientRect());
    const [box] = boxes;
    if (!box || box.width === 0) continue;
    const size = (side: 'width' | 'height') => Math.max(...boxes.map((one) => one[side]));
    const what = control.outerHTML.slice(0, 120);
    if (size('width') < 23.5 || size('height') < 23.5) problems.push(`too small: ${what}`);
    if (box.right > width + 0.5 || box.left < -0.5) problems.push(`cut off: ${what}`);
  }
  return problems;
}
