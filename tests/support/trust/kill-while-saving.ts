import { setTimeout as pause } from 'node:timers/promises';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { callbackItems } from '../journey/list.ts';
import { until } from '../wait.ts';
import type { TrustBench } from './bench.ts';
import type { Chance } from './chance.ts';
import { entriesOf, type Kept, readKept, reminderProblems } from './kept.ts';
import { type Saving, someoneSaving } from './saving.ts';
import { callers, savingProblems } from './typed.ts';

/** What came of it. */
export interface SaveKills {
  kills: number;
  /** Kills that fell between the click on `Save callback` and the word `Saved`. */
  underWay: number;
  announced: number;
  /** Stored but not announced any more: whole, and so no harm. */
  unannounced: number;
  /** The longest from the start of the browser until badge, alarms and records were right, ms. */
  slowestRecovery: number;
}

/**
 * Saves entries through the real panel and kills the browser at a random moment, again and again in one profile.
 * After each restart every entry that was announced must be there and whole, and badge, alarms and stage
 * records must be what the entries ask for. @throws with all that is wrong
 *
 * @param saving whoever has saved everything in this profile so far
 */
export async function killWhileSaving(
  bench: TrustBench,
  chance: Chance,
  kills: number,
  saving: Saving = someoneSaving(callers(chance)),
): Promise<SaveKills> {
  const figures = { kills, underWay: 0, announced: 0, unannounced: 0, slowestRecovery: 0 };
  let panel = await openPanel(bench);
  let before: Kept | null = null;
  for (let kill = 0; kill < kills; kill += 1) {
    if (await killOnce(bench, panel, saving, chance)) figures.underWay += 1;
    const started = Date.now();
    await bench.browser.start();
    panel = await openPanel(bench);
    before = await mustBeRight(panel, saving, before);
    figures.slowestRecovery = Math.max(figures.slowestRecovery, Date.now() - started);
  }
  figures.announced = saving.saved.size;
  figures.unannounced = (before?.rows.length ?? 0) - saving.saved.size;
  return figures;
}

/** @returns whether a save was under way */
async function killOnce(
  { browser }: TrustBench,
  panel: ChromiumScreen,
  saving: Saving,
  chance: Chance,
): Promise<boolean> {
  // Any moment at all, or one just after a click: most of the time goes into typing.
  const justAfterClick = chance.next() < 0.5;
  const later = justAfterClick ? chance.between(0, 60) : chance.between(0, 4_000);
  let clicksToGo = chance.between(1, 4);
  const pressed = Promise.withResolvers<void>();
  const press = () => {
    clicksToGo -= 1;
    if (clicksToGo === 0) pressed.resolve();
  };
  const ended = saving.begin(panel, { press }).catch((error: unknown) => error);
  if (justAfterClick) await Promise.race([pressed.promise, ended]);
  const failed = await Promise.race([pause(later), ended]);
  if (failed) throw failed;
  const underWay = saving.underWay();
  saving.stop();
  await browser.kill();
  return underWay;
}

/** A panel that has read the list. */
async function openPanel({ browser }: TrustBench): Promise<ChromiumScreen> {
  const panel = await browser.openOwn('sidepanel.html');
  await panel.find('textbox', 'Caller name');
  return panel;
}

async function mustBeRight(panel: ChromiumScreen, saving: Saving, before: Kept | null): Promise<Kept> {
  let problems: string[] = [];
  let kept: Kept | null = null;
  const look = async () => {
    kept = await readKept(panel);
    const items = await callbackItems(panel);
    // Of a long list only what is in sight is drawn; each row tells of how many it is one.
    const shown = Number((await items[0]?.attribute('aria-setsize')) ?? items.length);
    const open = entriesOf(kept).entries.length;
    problems = [
      ...savingProblems(kept, saving.saved, saving.typed),
      ...reminderProblems(kept, before),
      ...(shown === open ? [] : [`the panel shows ${shown} of ${open}`]),
    ];
    return problems.length === 0;
  };
  // What is lost is lost at once; the background's part may take a moment.
  await until('everything to be as it was announced', look, { within: 40_000, every: 100 }).catch((error) => {
    throw new Error([`${error.message}:`, ...problems.slice(0, 20)].join('\n'));
  });
  return kept as unknown as Kept;
}
