import { afterAll, beforeAll, expect } from 'vitest';
import type { Chromium } from '../support/browsers/chromium.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import {
  chromiumWorkplace,
  firefoxWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from '../support/workplace.ts';

/**
 * Chromium with Ringback and the sample CRM, for all tests of one file. What Ringback asks the network for is watched
 * wherever Chromium is started; here nobody else asks for anything but this machine either, so that Ringback has no
 * page and no tab ask in its place.
 */
export function useChromium(options: WorkplaceOptions = {}): () => Workplace<Chromium> {
  return useWorkplace(
    () => chromiumWorkplace(options),
    ({ browser }) => {
      const here = ['127.0.0.1', 'localhost'];
      expect(browser.requests.hosts.filter((host) => !here.includes(host))).toEqual([]);
    },
  );
}

/** The same with Firefox, where pages that Ringback opens are watched with all else. */
export function useFirefox(): () => Workplace<Firefox> {
  return useWorkplace(firefoxWorkplace);
}

/** @param closed runs once it is */
function useWorkplace<W extends Workplace>(
  open: () => Promise<W>,
  closed: (workplace: W) => void = () => {},
): () => W {
  let workplace: W | undefined;
  beforeAll(async () => {
    workplace = await open();
  });
  afterAll(async () => {
    await workplace?.close();
    if (workplace) closed(workplace);
  });
  return () => {
    if (!workplace) throw new Error('the browser is not open');
    return workplace;
  };
}
