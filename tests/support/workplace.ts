import { type SampleCrm, serveSampleCrm } from '../sample-crm/server.ts';
import type { RingbackBrowser } from './browsers/browser.ts';
import { Chromium } from './browsers/chromium.ts';
import { type Display, openDisplay } from './browsers/display.ts';
import { Firefox } from './browsers/firefox.ts';
import { makeProfile, removeProfile } from './browsers/profile.ts';
import { findChromium, findFirefox } from './find-browser.ts';
import { morningZone } from './journey/zone.ts';
import { chromiumBuild, firefoxBuild } from './paths.ts';

/** A browser with Ringback, the sample CRM, and what they stand on. */
export interface Workplace<B extends RingbackBrowser = RingbackBrowser> {
  browser: B;
  crm: SampleCrm;
  /** Where its windows are, when it has any: for the real mouse and keyboard. */
  display?: Display;
  /** The page of one record. */
  url(path: string): string;
  close(): Promise<void>;
}

/** What can be asked for. */
export interface WorkplaceOptions {
  /** Real windows with a real keyboard (Firefox always has them). */
  headed?: boolean;
  /** Which Chromium; the installed one unless said. */
  executable?: string;
  /** The language Chromium speaks, such as 'de'; American English unless said. */
  locale?: string;
  /** More switches for Chromium. */
  args?: string[];
}

/** A workplace with Chromium. */
export function chromiumWorkplace(options: WorkplaceOptions = {}): Promise<Workplace<Chromium>> {
  return workplace(options.headed ?? false, async (profileDir, display) => {
    return Chromium.launch({
      executable: options.executable ?? installed(findChromium(), 'Chromium'),
      extensionDir: chromiumBuild,
      profileDir,
      zone: morningZone(),
      ...(display ? { display } : {}),
      ...(options.locale ? { locale: options.locale } : {}),
      ...(options.args ? { args: options.args } : {}),
    });
  });
}

/** A workplace with Firefox. */
export function firefoxWorkplace(): Promise<Workplace<Firefox>> {
  return workplace(true, async (profileDir, display) => {
    if (!display) throw new Error('Firefox needs a display');
    return Firefox.launch({
      executable: installed(findFirefox(), 'Firefox'),
      extensionDir: firefoxBuild,
      profileDir,
      display,
      zone: morningZone(),
    });
  });
}

async function workplace<B extends RingbackBrowser>(
  headed: boolean,
  launch: (profileDir: string, display?: Display) => Promise<B>,
): Promise<Workplace<B>> {
  // Ended in the opposite order of their start, also when a later one does not start.
  const endings: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const display = headed ? await openDisplay() : undefined;
    if (display) endings.push(() => display.close());
    const profileDir = await makeProfile();
    endings.push(() => removeProfile(profileDir));
    const crm = await serveSampleCrm();
    endings.push(() => crm.close());
    const browser = await launch(profileDir, display);
    endings.push(() => browser.close());
    return { browser, crm, url: (path) => `${crm.origin}${path}`, close, ...(display ? { display } : {}) };
  } catch (error) {
    await close();
    throw error;
  }
}

function installed(place: string | undefined, name: string): string {
  if (!place) throw new Error(`${name} is not installed`);
  return place;
}
