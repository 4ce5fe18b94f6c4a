import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium } from '../browsers/chromium.ts';
import { makeProfile, removeProfile } from '../browsers/profile.ts';
import { findChromium } from '../find-browser.ts';
import { morningZone } from '../journey/zone.ts';
import { chromiumBuild } from '../paths.ts';

/** A profile that outlives its browser, and the build in it, which can be exchanged while it is shut. */
export interface TrustBench {
  browser: Chromium;
  profileDir: string;
  /** Puts the real build back where `withoutRingback` took it away. The browser is shut. */
  withRingback(): Promise<void>;
  /**
   * Puts the same extension in its place without a background and with empty pages: to see, or to prepare, what is
   * stored while nobody looks after it. The browser is shut. Its manifest is the same else: Chromium took another
   * one for another extension and threw the storage away.
   */
  withoutRingback(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh profile with Ringback running in it, headless. */
export async function openBench(args: string[] = []): Promise<TrustBench> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-build-'));
  const build = join(folder, 'extension');
  const profileDir = await makeProfile();
  const withRingback = async () => {
    await rm(build, { recursive: true, force: true });
    await cp(chromiumBuild, build, { recursive: true });
  };
  const withoutRingback = async () => {
    await withRingback();
    const path = join(build, 'manifest.json');
    const { background: _, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as {
      background: unknown;
    };
    await writeFile(path, JSON.stringify(manifest));
    for (const page of ['sidepanel.html', 'popup.html', 'options.html', 'empty.html']) {
      await writeFile(join(build, page), '<!doctype html><title>Empty</title>');
    }
  };
  await withRingback();
  const browser = await Chromium.launch({
    executable: findChromium() ?? '',
    extensionDir: build,
    profileDir,
    zone: morningZone(),
    args,
  });
  return {
    browser,
    profileDir,
    withRingback,
    withoutRingback,
    async close() {
      await browser.close();
      await removeProfile(profileDir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
