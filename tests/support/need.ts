import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findCommand, findFirefox } from './find-browser.ts';
import { canInstallPackages, installPackages } from './install-debian.ts';
import { root } from './paths.ts';
import { reasonOf } from './wait.ts';

/** Something the tests need of the system, and the Debian package that brings it. */
interface Need {
  what: string;
  package: string;
  find: () => string | undefined;
}

const needs = {
  chromium: { what: 'Chrome, Chromium or Edge', package: 'chromium', find: findChromium },
  firefox: { what: 'Firefox', package: 'firefox-esr', find: findFirefox },
  xvfb: { what: 'Xvfb', package: 'xvfb', find: () => findCommand('Xvfb') },
  xdotool: { what: 'xdotool', package: 'xdotool', find: () => findCommand('xdotool') },
  openbox: { what: 'openbox', package: 'openbox', find: () => findCommand('openbox') },
} satisfies Record<string, Need>;

export type NeedName = keyof typeof needs;

/** Finds what is needed, installs Debian's packages where that is possible, else says what is missing. */
export function provide<N extends NeedName>(...names: N[]): Record<N, string> {
  const missing = names.filter((name) => needs[name].find() === undefined);
  if (missing.length > 0 && canInstallPackages()) {
    installPackages(missing.map((name) => needs[name].package));
  }
  const still = names.filter((name) => needs[name].find() === undefined);
  if (still.length > 0) {
    const words = still.map((name) => needs[name].what).join(', ');
    const packages = still.map((name) => needs[name].package).join(' ');
    throw new Error(`missing: ${words} (on Debian: apt-get install ${packages})`);
  }
  return Object.fromEntries(names.map((name) => [name, needs[name].find()])) as Record<N, string>;
}

/**
 * A Chromium browser for `npm start`: the one that is installed, else Debian's package, else Chrome for
 * Testing fetched into node_modules' cache.
 */
export async function provideChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (canInstallPackages()) return provide('chromium').chromium;
  try {
    return await fetchChrome();
  } catch (error) {
    const reason = `Chrome for Testing could not be fetched: ${reasonOf(error)}`;
    throw new Error(`install Chrome, Chromium or Edge, or set CHROME_PATH (${reason})`);
  }
}

async function fetchChrome(): Promise<string> {
  const { Browser, computeExecutablePath, detectBrowserPlatform, install, resolveBuildId } = await import(
    '@puppeteer/browsers'
  );
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is none for ${process.platform}`);
  const cacheDir = join(root, 'node_modules', '.cache', 'browsers');
  const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
  const place = { browser: Browser.CHROME, platform, buildId, cacheDir };
  const executable = computeExecutablePath(place);
  if (!existsSync(executable)) {
    console.log(`fetching Chrome for Testing ${buildId}`);
    await install(place);
  }
  return executable;
}
