import { browser } from './browser.ts';
import { type TabInfo, tabInfo } from './tabs.ts';

/** Registers synchronously. The listener runs in the gesture; null where the browser does not say which tab. */
export function onCommand(listener: (command: string, tab: TabInfo | null) => void): void {
  browser.commands.onCommand.addListener((command, tab) => listener(command, tab ? tabInfo(tab) : null));
}

/** The shortcuts as they are now, by command; '' where the agent or the browser took one away. */
export async function shortcuts(): Promise<Record<string, string>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}
