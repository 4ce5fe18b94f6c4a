import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { type Callback, isOpen } from '../../../lib/domain/callback.ts';
import type { Screen } from '../browsers/screen.ts';
import { type Chance, chanceOf } from '../trust/chance.ts';
import { entriesOf, readKept, reminderProblems } from '../trust/kept.ts';
import { savingProblems } from '../trust/typed.ts';
import { aCallback, phone } from '../unit/entries.ts';
import { until } from '../wait.ts';
import type { Agent } from './agents.ts';
import { type AtWork, someoneAtWork } from './at-work.ts';
import { faultsOf, nothingMade, writeSomething } from './trials.ts';

/** A browser that can be ended at once, and started again with the same profile. */
export interface Killable {
  openOwn(path: string): Promise<Screen>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** How often it is killed, and after how many presses at most; each takes seconds to find in Firefox. */
export interface HowOften {
  kills: number;
  presses: number;
}

/** What came of it. */
export interface BrowserKills {
  kills: number;
  /** Kills that fell between a press that writes and the words that say so. */
  underWay: number;
  /** What the panel announced, and what was pressed and is there without having been announced. */
  saved: number;
  recorded: number;
  deleted: number;
  unannounced: number;
  /** Of the colleague: attempts, texts, and entries they removed. */
  attemptsElsewhere: number;
  textsElsewhere: number;
  removedElsewhere: number;
  entries: number;
  /** The longest from the start of the browser until both had the same, and badge and alarms were right, ms. */
  slowestRecovery: number;
}

/**
 * Works in the panel of a real browser in a team while a colleague works on the same entries elsewhere, and kills
 * the browser at a random moment, again and again; the colleague goes on meanwhile. After each restart everything
 * either was told is on both lists, once. @throws with all that is wrong
 */
export async function killAtWork(
  browser: Killable,
  colleague: Agent,
  seed: number,
  { kills, presses }: HowOften,
): Promise<{ figures: BrowserKills; list: Callback[] }> {
  const chance = chanceOf(seed);
  const elsewhere = colleagueAtWork(colleague, chanceOf(seed + 1_000));
  const worker = someoneAtWork(chance, elsewhere.hasRemoved);
  let underWay = 0;
  let slowestRecovery = 0;
  let list: Callback[] = [];
  let panel = await openPanel(browser);
  for (let kill = 0; kill < kills; kill += 1) {
    elsewhere.begin();
    if (await killOnce(browser, panel, worker, { chance, presses })) underWay += 1;
    await pause(chance.between(0, 800));
    const started = Date.now();
    await browser.start();
    panel = await openPanel(browser);
    await elsewhere.stop();
    list = await mustBeRight(panel, colleague, worker, elsewhere);
    slowestRecovery = Math.max(slowestRecovery, Date.now() - started);
  }
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);
  const { made } = elsewhere;
  const recorded = sum(worker.recorded.values());
  const there = list.filter(({ callerName }) => worker.typed.has(callerName));
  const figures = {
    kills,
    underWay,
    saved: worker.saved.size,
    recorded,
    deleted: worker.deleted.size,
    unannounced: there.filter(({ callerName }) => !worker.saved.has(callerName)).length,
    attemptsElsewhere: made.attempts.size,
    textsElsewhere: [...made.notes.values()].flat().length + made.fields.size,
    removedElsewhere: made.removed.size,
    entries: list.length,
    slowestRecovery,
  };
  return { figures, list };
}

type Elsewhere = ReturnType<typeof colleagueAtWork>;

/** A colleague who adds, calls, writes and removes in a client of their own, each caller with a name of their own. */
function colleagueAtWork(agent: Agent, chance: Chance) {
  const made = nothingMade();
  const removedNames = new Set<string>();
  const ownNames = new Map<string, string>();
  let count = 0;
  let going = false;
  let over: Promise<void> = Promise.resolve();
  const compose = () => {
    count += 1;
    const now = Date.now();
    const entry = aCallback({
      id: newId(),
      callerName: `Caller of ${agent.name} ${count}`,
      phone: phone(`+1628555${String(1_000 + count)}`),
      owner: null,
      happenedAt: now,
      createdAt: now,
      updatedAt: now,
    });
    ownNames.set(entry.callerName, entry.id);
    return entry;
  };
  const writer: Agent = {
    ...agent,
    async remove(id) {
      const entry = await agent.get(id);
      // Noted before: from then on nothing may be expected of it.
      if (entry) removedNames.add(entry.callerName);
      await agent.remove(id);
    },
  };
  async function work(): Promise<void> {
    while (going) {
      await writeSomething(writer, chance.next, made, compose);
      await pause(chance.between(10, 250));
    }
  }
  return {
    made,
    ownNames,
    hasRemoved: (name: string) => removedNames.has(name),
    begin() {
      going = true;
      over = work();
    },
    /** Resolves once nothing is being written any more; rejects with what went wrong. */
    async stop() {
      going = false;
      await over;
    },
  };
}

/** @returns whether something was being written */
async function killOnce(
  browser: Killable,
  panel: Screen,
  worker: AtWork,
  { chance, presses }: { chance: Chance; presses: number },
): Promise<boolean> {
  // Any moment at all, or one just after a press: most of the time goes into finding and typing.
  const justAfterPress = chance.next() < 0.6;
  const later = justAfterPress ? chance.between(0, 60) : chance.between(500, 4_000);
  let pressesToGo = chance.between(1, presses);
  const pressed = Promise.withResolvers<void>();
  const onPress = () => {
    pressesToGo -= 1;
    if (pressesToGo === 0) pressed.resolve();
  };
  const ended = worker.begin(panel, onPress).catch((error: unknown) => error);
  if (justAfterPress) await Promise.race([pressed.promise, ended]);
  const failed = await Promise.race([pause(later), ended]);
  if (failed) throw failed;
  const underWay = worker.underWay();
  worker.stop();
  await browser.kill();
  return underWay;
}

/** A panel that has read the list. */
async function openPanel(browser: Killable): Promise<Screen> {
  const panel = await browser.openOwn('sidepanel.html');
  await panel.find('textbox', 'Caller name');
  return panel;
}

/** @returns what both have, by id */
async function mustBeRight(
  panel: Screen,
  colleague: Agent,
  worker: AtWork,
  elsewhere: Elsewhere,
): Promise<Callback[]> {
  let problems: string[] = [];
  let list: Callback[] = [];
  const byId = (one: Callback, other: Callback) => (one.id < other.id ? -1 : 1);
  const look = async () => {
    const [kept, theirs] = await Promise.all([readKept(panel), colleague.all()]);
    const { entries, broken } = entriesOf(kept);
    list = entries.sort(byId);
    const same = JSON.stringify(list) === JSON.stringify(theirs.sort(byId));
    problems = [
      ...broken,
      ...(same ? [] : [`the browser has ${list.length}, the colleague ${theirs.length}, and not the same`]),
      ...faultsOfBoth(list, worker, elsewhere),
      ...reminderProblems(kept),
    ];
    return problems.length === 0;
  };
  await colleague.inStep();
  // What is lost stays lost; what is on its way may take a moment.
  await until('both to have the same', look, { within: 30_000, every: 100 }).catch((error) => {
    throw new Error([`${error.message}:`, ...problems.slice(0, 20)].join('\n'));
  });
  return list;
}

/** What of all that either of them did is lost, there twice, or back again. */
function faultsOfBoth(
  list: readonly Callback[],
  worker: AtWork,
  { made, ownNames, hasRemoved }: Pick<Elsewhere, 'made' | 'ownNames' | 'hasRemoved'>,
): string[] {
  const names = new Set(list.map(({ callerName }) => callerName));
  const wrong = [...worker.deleted].filter((name) => names.has(name)).map((name) => `${name} came back`);
  const mayBeGone = (name: string) => worker.deleting.has(name) || hasRemoved(name);
  // What was chosen to be deleted when the browser was killed may be gone or not.
  const deletedHere = [...worker.deleting].filter((name) => worker.deleted.has(name) || !names.has(name));
  const removed = new Set([...made.removed, ...deletedHere.flatMap((name) => ownNames.get(name) ?? [])]);
  const typedHere = list.filter(({ callerName }) => !ownNames.has(callerName));
  const rows = typedHere.map((entry) => ({ ...entry, open: isOpen(entry) ? 1 : 0 }) as const);
  const standing = new Set([...worker.saved].filter((name) => !mayBeGone(name) || names.has(name)));
  wrong.push(...savingProblems({ rows } as never, standing, worker.typed));
  for (const { callerName, attempts } of list) {
    const mine = attempts.filter(({ by, outcome }) => by?.name === 'Ana' && outcome === 'no answer').length;
    const [least, most] = [worker.recorded.get(callerName) ?? 0, worker.chosen.get(callerName) ?? 0];
    if (mine < least || mine > most)
      wrong.push(`${callerName}: ${mine} attempts, of ${most} made ${least} were recorded`);
    if (new Set(attempts.map(({ id }) => id)).size !== attempts.length)
      wrong.push(`${callerName}: an attempt twice`);
  }
  return [...wrong, ...faultsOf(list, { ...made, removed })];
}
