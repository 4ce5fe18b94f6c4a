import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bounded } from '../wait.ts';
import { Bidi } from './bidi.ts';
import { type Display, endWithUs, stop } from './display.ts';

/** How Firefox is started. */
export interface FirefoxOptions {
  executable: string;
  /** The unpacked extension. */
  extensionDir: string;
  profileDir: string;
  display: Display;
  zone?: string;
  /** Preferences beside the ones every test needs. */
  prefs?: Record<string, string | number | boolean>;
}

/** A running Firefox and the connection to it. */
export interface RunningFirefox {
  process: ChildProcess;
  bidi: Bidi;
}

/** Pinned, so that the extension's pages have a known address. */
export const extensionUuid = '6f1f0ad0-7a0c-4c33-9a57-52b8b3f5a001';
/** Its id in the manifest. */
export const extensionKey = 'ringback@ringback.example';

const basePrefs: Record<string, string | number | boolean> = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionKey]: extensionUuid }),
  // No desktop is there to show notifications, so Firefox shows its own.
  'alerts.useSystemBackend': false,
  // Nothing of Firefox's own opens or phones home while a test runs.
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Starts Firefox, connects to it and loads the extension. */
export async function startFirefox(options: FirefoxOptions): Promise<RunningFirefox> {
  const prefs = Object.entries({ ...basePrefs, ...options.prefs });
  const lines = prefs.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(options.profileDir, 'user.js'), `${lines.join('\n')}\n`);
  const child = spawn(
    options.executable,
    [
      '--profile',
      options.profileDir,
      '--no-remote',
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      '--width',
      '1270',
      '--height',
      '850',
      'about:blank',
    ],
    {
      env: {
        ...process.env,
        DISPLAY: options.display.name,
        ...(options.zone ? { TZ: options.zone } : {}),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  endWithUs(child);
  try {
    const address = await bounded('the start of Firefox', addressOf(child), 60_000);
    const bidi = await Bidi.connect(`${address}/session`);
    await bidi.send('session.new', { capabilities: {} });
    await bidi.send('webExtension.install', {
      extensionData: { type: 'path', path: options.extensionDir },
    });
    return { process: child, bidi };
  } catch (error) {
    await stop(child, 'SIGKILL');
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', (error) => reject(new Error(`Firefox does not start: ${error.message}`)));
    child.once('exit', (code) =>
      reject(new Error(`Firefox ended at once with code ${code}: ${said.trim()}`)),
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
  });
}
