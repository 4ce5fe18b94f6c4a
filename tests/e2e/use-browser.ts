import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Chromium } from '../support/browsers/chromium.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import { requestsOf } from '../support/browsers/net-log.ts';
import { makeProfile, removeProfile } from '../support/browsers/profile.ts';
import {
  chromiumWorkplace,
  firefoxWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from '../support/workplace.ts';

/**
 * Chromium with Ringback and the sample CRM, for all tests of one file. Whatever they do, Ringback is to ask the
 * network for nothing, from its pages and its background alike. @param inTeam not so: it speaks to its team's server
 */
export function useChromium({
  inTeam = false,
  ...options
}: WorkplaceOptions & { inTeam?: boolean } = {}): () => Workplace<Chromium> {
  let [netLogs, id] = ['', ''];
  // A file that watches the network itself says so by its switches.
  const watches = !inTeam && !options.args?.some((arg) => arg.startsWith('--log-net-log'));
  return useWorkplace(
    async () => {
      netLogs = watches ? await makeProfile() : '';
      const workplace = await chromiumWorkplace(watches ? { ...options, netLogs } : options);
      id = workplace.browser.extensionId;
      return workplace;
    },
    async () => {
      if (!watches) return;
      const asked = await requestsIn(netLogs, id);
      await removeProfile(netLogs);
      expect(asked, 'what Ringback asked the network for').toEqual([]);
    },
  );
}

async function requestsIn(netLogs: string, id: string): Promise<string[]> {
  const logs = await readdir(netLogs);
  if (logs.length === 0) throw new Error('Chromium wrote no log of the network');
  const asked = (await Promise.all(logs.map((name) => requestsOf(join(netLogs, name), id)))).flat();
  // A link in the list that is clicked opens the record's page, here the sample CRM's.
  return asked.filter((url) => new URL(url).hostname !== '127.0.0.1');
}

/** The same with Firefox. @param watched whether it is looked at what Ringback asks the network for */
export function useFirefox({ watched = false } = {}): () => Workplace<Firefox> {
  return useWorkplace(
    firefoxWorkplace,
    async () => {},
    async ({ browser }) => {
      if (!watched) return;
      // The sample CRM, and a test of the watch itself.
      const here = new Set(['127.0.0.1', 'localhost']);
      const asked = (await browser.requests()).filter((url) => !here.has(new URL(url).hostname));
      expect(asked, 'what Ringback asked the network for').toEqual([]);
    },
  );
}

/** @param closed runs once it is @param closing runs before */
function useWorkplace<W extends Workplace>(
  open: () => Promise<W>,
  closed = async () => {},
  closing = async (_: W) => {},
): () => W {
  let workplace: W | undefined;
  beforeAll(async () => {
    workplace = await open();
  });
  afterAll(async () => {
    try {
      if (workplace) await closing(workplace);
    } finally {
      await workplace?.close();
    }
    await closed();
  });
  return () => {
    if (!workplace) throw new Error('the browser is not open');
    return workplace;
  };
}
