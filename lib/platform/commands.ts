import { browser } from './browser.ts';
import { type TabInfo, tabInfo } from './tabs.ts';

/** Registers synchronously. The listener runs in the gesture; null where the browser does not say which tab. */
export function onCommand(listener: (command: string, tab: TabInfo | null) => void): void {
  browser.commands.onCommand.addListener((command, tab) => listener(command, tab ? tabInfo(tab) : null));
}

/**
 * The shortcuts as they are now, by command; '' where the agent or the browser took one away. `capture` has
 * its second key where the first is not free (Chromium keeps Alt+Shift+C for its tab groups).
 */
export async function shortcuts(): Promise<Record<'capture' | 'call-dropped', string>> {
  const commands = await browser.commands.getAll();
  const keyOf = (command: string) => commands.find(({ name }) => name === command)?.shortcut ?? '';
  return {
    capture: keyOf('capture') || keyOf('capture-alternative'),
    'call-dropped': keyOf('call-dropped'),
  };
}
