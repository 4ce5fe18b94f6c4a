import { serveSampleCrm } from '../sample-crm/server.ts';
import { Chromium } from './browsers/chromium.ts';
import { makeProfile, removeProfile } from './browsers/profile.ts';
import { captureFromToolbar } from './journey/panel.ts';
import { chromiumBuild } from './paths.ts';

/**
 * Opens the browser with Ringback beside a customer of the sample CRM, for a person to use, and stays until
 * they close it or press Ctrl-C.
 */
export async function beside(executable: string): Promise<void> {
  const crm = await serveSampleCrm();
  const profileDir = await makeProfile();
  const browser = await Chromium.launch({
    executable,
    extensionDir: chromiumBuild,
    profileDir,
    desktop: true,
  });
  try {
    const ended = endOf(browser);
    const page = await browser.open(`${crm.origin}/customers/1042`);
    await captureFromToolbar(browser, page);
    console.log(
      [
        `Ringback is open beside ${crm.origin}/customers/1042, and has filled its form from that page.`,
        'Say why and until when ("before 4 pm"), and press “Save callback”: that is your first one.',
        'Close the browser or press Ctrl-C to end.',
      ].join('\n'),
    );
    await ended;
  } finally {
    await browser.close();
    await crm.close();
    await removeProfile(profileDir);
  }
}

function endOf(browser: Chromium): Promise<void> {
  return new Promise((resolve) => {
    browser.browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
