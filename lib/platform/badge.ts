import { browser } from './browser.ts';

/** What the toolbar button shows. */
export interface Badge {
  text: string;
  /** CSS colours, hexadecimal. */
  background: string;
  textColor: string;
  /** The tooltip, in words: also what a screen reader says. Left as it is where there is none. */
  title?: string;
}

/** Puts the badge on the toolbar button of every window. */
export async function setBadge({ text, background, textColor, title }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: background }),
    browser.action.setBadgeTextColor({ color: textColor }),
    title === undefined ? null : browser.action.setTitle({ title }),
  ]);
}
