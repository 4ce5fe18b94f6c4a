import { afterAll, beforeAll } from 'vitest';
import type { Chromium } from '../support/browsers/chromium.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import {
  chromiumWorkplace,
  firefoxWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from '../support/workplace.ts';

/** Chromium with Ringback and the sample CRM, for all tests of one file. */
export function useChromium(options: WorkplaceOptions = {}): () => Workplace<Chromium> {
  return useWorkplace(() => chromiumWorkplace(options));
}

/** The same with Firefox. */
export function useFirefox(): () => Workplace<Firefox> {
  return useWorkplace(firefoxWorkplace);
}

function useWorkplace<W extends Workplace>(open: () => Promise<W>): () => W {
  let workplace: W | undefined;
  beforeAll(async () => {
    workplace = await open();
  });
  afterAll(() => workplace?.close());
  return () => {
    if (!workplace) throw new Error('the browser is not open');
    return workplace;
  };
}
