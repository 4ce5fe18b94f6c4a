import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
   * Puts an extension in its place that has the same id and so the same storage, and does nothing: to see, or to
   * prepare, what is stored while nobody looks after it. The browser is shut.
   */
  withoutRingback(): Promise<void>;
  close(): Promise<void>;
}

const empty = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  permissions: ['storage', 'unlimitedStorage'],
};

/** A fresh profile with Ringback running in it, headless. */
export async function openBench(args: string[] = []): Promise<TrustBench> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-build-'));
  const build = join(folder, 'extension');
  const profileDir = await makeProfile();
  const exchange = async (fill: () => Promise<void>) => {
    await rm(build, { recursive: true, force: true });
    await fill();
  };
  const withRingback = () => exchange(() => cp(chromiumBuild, build, { recursive: true }));
  const withoutRingback = () =>
    exchange(async () => {
      await mkdir(build);
      await writeFile(join(build, 'manifest.json'), JSON.stringify(empty));
      await writeFile(join(build, 'empty.html'), '<!doctype html><title>Empty</title>');
    });
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
      // Where a test failed it may have been killed already.
      await browser.close().catch(() => {});
      await removeProfile(profileDir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
