import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

interface NetEvent {
  type?: number;
  params?: { url?: string; initiator?: string };
}

/**
 * Every address an extension asked the network for, read from Chromium's own net log
 * (`--log-net-log=FILE`), which sees the background worker and every frame alike. One event stands on each
 * line, so that a log cut short by a kill can be read too.
 */
export async function requestsOf(netLog: string, extensionId: string): Promise<string[]> {
  const origin = `chrome-extension://${extensionId}`;
  return (await requestsIn(netLog)).flatMap(({ url, initiator }) => (initiator === origin ? [url] : []));
}

/**
 * Every host anybody asked for, besides the services Chromium itself looks up: what an extension has a page or a
 * tab ask for does not carry the extension's name.
 */
export async function hostsIn(netLog: string): Promise<string[]> {
  const hosts = (await requestsIn(netLog)).map(({ url }) => new URL(url).hostname);
  return [...new Set(hosts)].filter((host) => !/\.(?:google|googleapis|gvt1)\.com$/.test(host));
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
