import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

interface NetEvent {
  type?: number;
  params?: { url?: string; initiator?: string };
}

/** What a net log tells. */
export interface NetLog {
  /** Every address the extension asked the network for. */
  asked: string[];
  /**
   * Every host anybody asked for, besides the services Chromium itself looks up: what an extension has a page or a
   * tab ask for does not carry the extension's name.
   */
  hosts: string[];
}

/**
 * Reads Chromium's own net log (`--log-net-log=FILE`), which sees the background worker and every frame alike. One
 * event stands on each line, so that a log cut short by a kill can be read too.
 */
export async function readNetLog(netLog: string, extensionId: string): Promise<NetLog> {
  const origin = `chrome-extension://${extensionId}`;
  const requests = await requestsIn(netLog);
  const hosts = new Set(requests.map(({ url }) => new URL(url).hostname));
  return {
    asked: requests.flatMap(({ url, initiator }) => (initiator === origin ? [url] : [])),
    hosts: [...hosts].filter((host) => !/\.(?:google|googleapis|gvt1)\.com$/.test(host)),
  };
}

async function requestsIn(netLog: string): Promise<{ url: string; initiator: string }[]> {
  const asked = new Map<string, { url: string; initiator: string }>();
  for await (const line of createInterface({ input: createReadStream(netLog) })) {
    const { url, initiator } = eventOn(line)?.params ?? {};
    if (url && initiator !== undefined) asked.set(`${initiator} ${url}`, { url, initiator });
  }
  return [...asked.values()];
}

function eventOn(line: string): NetEvent | undefined {
  if (!line.includes('"initiator"')) return undefined;
  try {
    return JSON.parse(line.replace(/,\s*$/, '')) as NetEvent;
  } catch {
    return undefined;
  }
}
