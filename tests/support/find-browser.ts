import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onMac = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const chromiumCommands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where Chrome, Chromium or Edge may be on this system, best first. */
export function chromiumPlaces(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const chosen = env.CHROME_PATH ? [env.CHROME_PATH] : [];
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return [...chosen, ...roots.flatMap((root) => onMac.map((app) => join(root, app)))];
  }
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
      (root) => root !== undefined,
    );
    return [...chosen, ...roots.flatMap((root) => onWindows.map((app) => join(root, app)))];
  }
  return [...chosen, ...commandPlaces(chromiumCommands, env)];
}

/** Chrome, Chromium or Edge, if one is installed. */
export function findChromium(): string | undefined {
  return chromiumPlaces().find((place) => existsSync(place));
}

/** Firefox on a Linux system, if one is installed. */
export function findFirefox(): string | undefined {
  const chosen = process.env.FIREFOX_PATH ? [process.env.FIREFOX_PATH] : [];
  return [...chosen, ...commandPlaces(['firefox-esr', 'firefox'], process.env)].find((place) =>
    existsSync(place),
  );
}

/** The full path of a command, if it is on the PATH. */
export function findCommand(name: string): string | undefined {
  return commandPlaces([name], process.env).find((place) => existsSync(place));
}

function commandPlaces(names: string[], env: NodeJS.ProcessEnv): string[] {
  const directories = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => directories.map((directory) => join(directory, name)));
}
