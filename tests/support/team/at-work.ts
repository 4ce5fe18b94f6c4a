import type { Control, Screen } from '../browsers/screen.ts';
import { fillForm } from '../journey/form.ts';
import { callbackItems } from '../journey/list.ts';
import type { Chance } from '../trust/chance.ts';
import { hear } from '../trust/hear.ts';
import { callers, type Typed } from '../trust/typed.ts';
import { until } from '../wait.ts';

/** What somebody did and what the panel said of it, by the caller's name. */
export interface Worked {
  typed: Map<string, Typed>;
  saved: Set<string>;
  /** How often an outcome was chosen, and how often the panel said that it is recorded. */
  chosen: Map<string, number>;
  recorded: Map<string, number>;
  /** Chosen to be deleted, and said to be. */
  deleting: Set<string>;
  deleted: Set<string>;
}

/** Somebody who works in one real panel after the other: saves callbacks, calls, deletes. */
export interface AtWork extends Readonly<Worked> {
  /** True from a press that writes something to the words that say so. */
  underWay(): boolean;
  /** Begins in this panel, with `onPress` told at each press that writes; ends after `stop`, or fails with the browser. */
  begin(panel: Screen, onPress: () => void): Promise<void>;
  /** Begins nothing further. */
  stop(): void;
}

const outcome = 'no answer';
/** A press is answered long before that, ms. */
const patience = { within: 20_000, every: 5 };

/** @param isGone whether a colleague has removed a caller's entry: then nothing is said of it any more */
export function someoneAtWork(chance: Chance, isGone: (name: string) => boolean): AtWork {
  const next = callers(chance);
  const worked: Worked = {
    typed: new Map(),
    saved: new Set(),
    chosen: new Map(),
    recorded: new Map(),
    deleting: new Set(),
    deleted: new Set(),
  };
  let pending = false;
  let going = false;
  let last = '';
  const heard = (text: string) => {
    const [, saved] = /^Saved (.*)$/.exec(text) ?? [];
    const [, called] = new RegExp(`^(.*): ${outcome}$`).exec(text) ?? [];
    const [, deleted] = /^Deleted (.*)$/.exec(text) ?? [];
    if (saved) worked.saved.add(saved);
    if (called) count(worked.recorded, called);
    if (deleted) worked.deleted.add(deleted);
  };

  /** Presses with the keyboard: where colleagues write, a row is elsewhere by the time the mouse is there. */
  async function press(panel: Screen, control: Control): Promise<void> {
    await control.focus();
    await panel.press('Enter');
  }

  async function answered(what: string, name: string, said: () => boolean): Promise<void> {
    await until(`the panel to say ${what} ${name}`, () => said() || isGone(name), patience);
    pending = false;
  }

  async function save(panel: Screen, onPress: () => void): Promise<void> {
    const one = next();
    worked.typed.set(one.name, one);
    await fillForm(panel, one);
    const button = await panel.find('button', 'Save callback');
    pending = true;
    onPress();
    await press(panel, button);
    await answered('Saved', one.name, () => worked.saved.has(one.name));
    last = one.name;
  }

  async function call(panel: Screen, name: string, onPress: () => void): Promise<void> {
    const [begin] = await panel.all('button', `I called: ${name}`);
    if (!begin) return;
    await press(panel, begin);
    const choice = await until(
      `to be asked how the call of ${name} went`,
      async () => {
        if (isGone(name)) return 'gone';
        for (const item of await callbackItems(panel)) {
          // Only where a call is under way there is one at all.
          const [found] = await item.all('button', outcome);
          if (found && (await item.all('button', name)).length > 0) return found;
        }
      },
      patience,
    );
    if (choice === 'gone') return;
    const before = worked.recorded.get(name) ?? 0;
    count(worked.chosen, name);
    pending = true;
    onPress();
    await press(panel, choice);
    await answered(outcome, name, () => (worked.recorded.get(name) ?? 0) > before);
  }

  async function remove(panel: Screen, name: string, onPress: () => void): Promise<void> {
    const [menu] = await panel.all('button', `More: ${name}`);
    if (!menu) return;
    await press(panel, menu);
    const item = await until(
      `the menu of ${name}`,
      async () => (isGone(name) ? 'gone' : (await panel.all('menuitem', 'Delete'))[0]),
      patience,
    );
    if (item === 'gone') return;
    worked.deleting.add(name);
    pending = true;
    onPress();
    await press(panel, item);
    await answered('Deleted', name, () => worked.deleted.has(name));
  }

  /** Names that stand in the list now, but for the one that was worked on last: the same words are not heard twice. */
  async function namesIn(panel: Screen): Promise<string[]> {
    const names = await panel.run(() =>
      [...document.querySelectorAll('[data-callback] .entry-name')].map((name) => name.textContent ?? ''),
    );
    return names.filter((name) => name !== last);
  }

  return {
    ...worked,
    underWay: () => pending,
    async begin(panel, onPress) {
      await hear(panel, heard);
      going = true;
      pending = false;
      while (going) {
        const names = await namesIn(panel);
        const dice = chance.next();
        if (names.length < 3 || dice < 0.4) {
          await save(panel, onPress);
          continue;
        }
        const name = chance.pick(names);
        const act = dice < 0.85 ? call : remove;
        await act(panel, name, onPress).catch((error: unknown) => {
          // A colleague took it away under their hands.
          if (!isGone(name)) throw error;
          pending = false;
        });
        last = name;
      }
    },
    stop() {
      going = false;
    },
  };
}

function count(of: Map<string, number>, name: string): void {
  of.set(name, (of.get(name) ?? 0) + 1);
}
