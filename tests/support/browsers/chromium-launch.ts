import { type Browser, launch } from 'puppeteer-core';
import type { Display } from './display.ts';

/** How Chromium is started. */
export interface ChromiumOptions {
  executable: string;
  /** The unpacked extension. */
  extensionDir: string;
  profileDir: string;
  /** A display with a window manager; without one Chromium runs headless. */
  display?: Display;
  /** The desktop the person sits at: no test flags for size, and their own DISPLAY. */
  desktop?: boolean;
  locale?: string;
  /** IANA zone the browser lives in. */
  zone?: string;
  args?: string[];
}

/**
 * Starts Chromium with the extension loaded; its id depends on the directory alone.
 * @param netLog where its log of the network goes; none where it is null
 */
export async function startChromium(
  options: ChromiumOptions,
  netLog: string | null,
): Promise<{ browser: Browser; id: string }> {
  const locale = options.locale ?? 'en-US';
  const browser = await launch({
    executablePath: options.executable,
    headless: !options.display && !options.desktop,
    pipe: true,
    // Loaded below: given as a list, puppeteer does not wait until it is loaded.
    enableExtensions: true,
    userDataDir: options.profileDir,
    defaultViewport: null,
    // Whoever tries Ringback out needs no banner about automated tests.
    ignoreDefaultArgs: options.desktop ? ['--enable-automation'] : [],
    // Puppeteer's own handlers would end the browser before the scripts have cleaned up.
    handleSIGINT: false,
    env: {
      ...process.env,
      LANGUAGE: locale.replace('-', '_'),
      ...(options.zone ? { TZ: options.zone } : {}),
      ...(options.display ? { DISPLAY: options.display.name } : {}),
    },
    args: [
      `--lang=${locale}`,
      '--window-size=1280,860',
      '--window-position=0,0',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium's sandbox does not start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(netLog ? [`--log-net-log=${netLog}`] : []),
      ...(options.args ?? []),
    ],
  });
  try {
    return { browser, id: await browser.installExtension(options.extensionDir) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
