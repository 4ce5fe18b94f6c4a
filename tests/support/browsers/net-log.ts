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
  const asked = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(netLog) })) {
    const event = eventOn(line);
    if (event?.params?.url && event.params.initiator === origin) asked.add(event.params.url);
  }
  return [...asked];
}

function eventOn(line: string): NetEvent | undefined {
  if (!line.includes('"initiator"')) return undefined;
  try {
    return JSON.parse(line.replace(/,\s*$/, '')) as NetEvent;
  } catch {
    return undefined;
  }
}
