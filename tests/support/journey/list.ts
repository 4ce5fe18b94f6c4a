import type { Control, Screen } from '../browsers/screen.ts';
import { type Patience, until } from '../wait.ts';

/** The items of the list, in order. */
export async function callbackItems(panel: Screen): Promise<Control[]> {
  const [list] = await panel.all('list', 'Callbacks');
  return list ? list.all('listitem') : [];
}

/** What the items say, in order. */
export async function callbackTexts(panel: Screen): Promise<string[]> {
  const items = await callbackItems(panel);
  return Promise.all(items.map((item) => item.text()));
}

/** Waits for the one item that carries this name. */
export function callbackOf(panel: Screen, name: string, patience: Patience = {}): Promise<Control> {
  return until(
    `${name} in the list of callbacks`,
    async () => {
      for (const item of await callbackItems(panel)) {
        if ((await item.text()).includes(name)) return item;
      }
      return undefined;
    },
    patience,
  );
}

/** Waits until the list holds exactly this many. */
export function callbackCount(panel: Screen, count: number): Promise<boolean> {
  const look = async () => {
    const shown = await callbackTexts(panel);
    if (shown.length === count) return true;
    throw new Error(`shows ${JSON.stringify(shown)}`);
  };
  return until(`${count} callbacks in the list`, look);
}

/** Chooses from the menu of an entry: `Edit`, `Open the page`, `Delete`. */
export async function chooseFor(panel: Screen, name: string, what: string): Promise<void> {
  await (await panel.find('button', `More: ${name}`)).click();
  await (await panel.find('menuitem', what)).click();
}
