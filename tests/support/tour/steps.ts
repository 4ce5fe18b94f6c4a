import type { Chromium } from '../browsers/chromium.ts';
import { readNextAlarm } from '../browsers/extension-api.ts';
import type { Screen } from '../browsers/screen.ts';
import { fillForm, readForm, save, statusSays } from '../journey/form.ts';
import { callbackOf } from '../journey/list.ts';
import { until } from '../wait.ts';
import type { Workplace } from '../workplace.ts';
import type { Scene } from './scene.ts';

/** What the steps hand on to each other. */
export interface Stage {
  workplace: Workplace<Chromium>;
  page?: Screen;
  panel?: Screen;
}

/** One step of the main job: what it did is in its name, what it saw is printed. */
export interface Step {
  name: string;
  slug: string;
  run(stage: Stage): Promise<{ saw: string; scene: Scene }>;
}

/** A reminder's lead is 10 minutes, so this one comes one to two minutes after saving, by a real alarm. */
const promised = 'in 11 minutes';

export const steps: Step[] = [
  {
    name: 'open the customer in the CRM',
    slug: 'customer',
    async run(stage) {
      stage.page = await stage.workplace.browser.open(stage.workplace.url('/customers/1042'));
      const heading = await stage.page.find('heading', /Dana Lee/);
      return { saw: await heading.text(), scene: await sceneOf(stage) };
    },
  },
  {
    name: 'click the toolbar button',
    slug: 'pop-up',
    async run(stage) {
      const { browser } = stage.workplace;
      await browser.clickToolbar(pageOf(stage));
      const popup = await browser.popup();
      const heading = await popup.find('heading', 'Review');
      const scene = { ...(await sceneOf(stage)), popup: await popup.picture() };
      const saw = await heading.text();
      await (await popup.find('button', 'Capture this page')).click();
      return { saw, scene };
    },
  },
  {
    name: 'capture the caller',
    slug: 'captured',
    async run(stage) {
      stage.panel = await stage.workplace.browser.panel();
      const said = await statusSays(stage.panel, /^(Captured|No caller found)/);
      const form = await readForm(stage.panel);
      if (form.name !== 'Dana Lee') throw new Error(`the caller name is "${form.name}"`);
      if (form.phone !== '(415) 555-0132') throw new Error(`the phone number is "${form.phone}"`);
      return { saw: `${said}: ${form.name}, ${form.phone}, ${form.reference}`, scene: await sceneOf(stage) };
    },
  },
  {
    name: 'say why and when',
    slug: 'promise',
    async run(stage) {
      await fillForm(panelOf(stage), { reason: 'Asked for a new arrival window', time: promised });
      return { saw: promised, scene: await sceneOf(stage) };
    },
  },
  {
    name: 'save the callback',
    slug: 'saved',
    async run(stage) {
      const said = await save(panelOf(stage));
      const item = await callbackOf(panelOf(stage), 'Dana Lee');
      return { saw: `${said} · in the list: ${await item.text()}`, scene: await sceneOf(stage) };
    },
  },
  {
    name: 'see it counted on the badge',
    slug: 'badge',
    async run(stage) {
      const badge = await until('the badge to say 1', async () => {
        const now = await stage.workplace.browser.badge();
        return now.text === '1' && now;
      });
      return { saw: `${badge.text}, ${badge.colour}, "${badge.title}"`, scene: await sceneOf(stage) };
    },
  },
  {
    name: 'be reminded by the alarm',
    slug: 'reminder',
    async run(stage) {
      const { browser } = stage.workplace;
      const wait = await browser.inExtension(readNextAlarm);
      if (wait === null) throw new Error('no alarm is set');
      console.log(`   the alarm rings in ${Math.round(wait / 1000)} s`);
      const ids = await until('the notification', async () => nonEmpty(await browser.notifications()), {
        within: 150_000,
        every: 500,
      });
      return { saw: `${ids.length} notification on screen`, scene: await sceneOf(stage) };
    },
  },
  {
    name: 'review before the day closes',
    slug: 'review',
    async run(stage) {
      const { browser } = stage.workplace;
      await browser.clickToolbar(pageOf(stage));
      const popup = await browser.popup();
      const headings = await until('a section of the review', async () =>
        nonEmpty(await popup.all('heading', /^(Overdue|Promised for today|No owner|Still open)/)),
      );
      const sections = await Promise.all(headings.map((heading) => heading.text()));
      const scene = { ...(await sceneOf(stage)), popup: await popup.picture() };
      return { saw: sections.join(' · '), scene };
    },
  },
];

async function sceneOf(stage: Stage): Promise<Scene> {
  return {
    ...(stage.page ? { page: await stage.page.picture() } : {}),
    ...(stage.panel ? { panel: await stage.panel.picture() } : {}),
  };
}

function nonEmpty<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

function pageOf(stage: Stage): Screen {
  if (!stage.page) throw new Error('no page is open');
  return stage.page;
}

function panelOf(stage: Stage): Screen {
  if (!stage.panel) throw new Error('no panel is open');
  return stage.panel;
}
