import type { Screen } from './screen.ts';

/** What the toolbar button says without words being read from the screen. */
export interface Badge {
  text: string;
  /** "#rrggbb". */
  colour: string;
  /** The tooltip. */
  title: string;
}

/** The commands of the manifest. */
export type Command = 'capture' | 'call-dropped';

/** A real browser with Ringback in it, driven as a person would. */
export interface RingbackBrowser {
  readonly name: 'chromium' | 'firefox';
  readonly extensionId: string;
  /** Opens a page in a new tab, in front. */
  open(url: string): Promise<Screen>;
  /** Brings a tab back to the front. */
  front(page: Screen): Promise<void>;
  /** Clicks Ringback's toolbar button while `page` is in front. */
  clickToolbar(page: Screen): Promise<void>;
  /** Presses the command's shortcut on the real keyboard. */
  pressCommand(command: Command): Promise<void>;
  /** Waits for the pop-up the toolbar button opens. */
  popup(): Promise<Screen>;
  /** Waits until no pop-up is open. */
  popupClosed(): Promise<void>;
  /** Waits for the side panel beside the page (the sidebar in Firefox). */
  panel(): Promise<Screen>;
  /** Puts the keyboard into the panel, as a click or F6 does. */
  enterPanel(): Promise<void>;
  /** Opens a page of the extension ("options.html") in a tab. */
  openOwn(path: string): Promise<Screen>;
  /** Runs a function where the extension's APIs are (`chrome`). */
  inExtension<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  badge(): Promise<Badge>;
  /** Ids of the notifications that are up. */
  notifications(): Promise<string[]>;
  /** Clicks the notification of this id. */
  clickNotification(id: string): Promise<void>;
  /** Ends the browser (at once when killed) and starts it again with the same profile. */
  restart(how?: 'quit' | 'kill'): Promise<void>;
  /** Removes Ringback from the browser, as its add-ons page does; `restart` installs it anew. */
  uninstall(): Promise<void>;
  close(): Promise<void>;
}
